"""Every message that the program has, found where it is said: what a translator gets, and what the theme looks up."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from scripts.site.text.texts import KEYWORDS, Texts

SITE = Path(__file__).parents[1]
MKDOCS = SITE.parents[1] / "mkdocs.yml"
#: how Babel reads a kind of file
METHODS = {".py": "python", ".j2": "jinja2.ext:babel_extract", ".html": "jinja2.ext:babel_extract", ".js": "javascript"}
THEME = SITE / "theme"


def catalog() -> Catalog:
    """Every message of the site with the places where it is said, in the order of the files."""
    found = Catalog(project="liaoning-13fyp", charset="utf-8", fuzzy=False)
    paths = (path for path in sorted(SITE.rglob("*")) if path.suffix in METHODS)
    for path in paths:
        for line, message, context in messages(path):
            found.add(message, locations=[(path.relative_to(SITE).as_posix(), line)], context=context)
    for message in frame_labels():
        found.add(message, locations=[(MKDOCS.name, 1)])
    return found


def messages(path: Path) -> Iterator[tuple[int, Any, str | None]]:
    """(line, message or (message, plural), context) of each message in a file."""
    read = extract(METHODS[path.suffix], io.BytesIO(path.read_bytes()), keywords=KEYWORDS | {"t": None})
    for line, message, _, context in read:
        yield line, message, context


def frame_labels() -> Iterator[str]:
    """What the theme shows of mkdocs.yml: the site's name, the navigation, the links at the foot, the terms."""
    settings = yaml.safe_load(MKDOCS.read_text("utf-8").replace("!ENV", ""))
    yield settings["site_name"]
    yield settings["copyright"]
    yield from (link["title"] for link in settings["extra"]["foot_links"])
    yield from labels(settings["nav"])


def labels(entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The labels of a navigation, at any depth."""
    for entry in entries:
        for label, below in entry.items():
            yield label
            if isinstance(below, list):
                yield from labels(below)


def theme_messages() -> list[str]:
    """The messages that the theme looks up, each once."""
    said = (message for path in sorted(THEME.rglob("*.html")) for _, message, _ in messages(path))
    return list(dict.fromkeys([*said, *frame_labels()]))


def theme_catalogs(languages: Iterable[Texts]) -> bytes:
    """What theme/site/catalogs.html is for these languages: language → Chinese message → its translation."""
    wanted = theme_messages()
    table = {
        text.language: {message: told for message in wanted if (told := text.translations.gettext(message)) != message}
        for text in languages
    }
    return f"{{% set catalogs = {json.dumps(table, ensure_ascii=False, indent=1)} %}}\n".encode()
