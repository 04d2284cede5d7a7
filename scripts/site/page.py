"""A page before it becomes a file: front matter for the theme, its body, and the files that belong to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.site import addresses, markup
from scripts.site.model.links import Link, Linked, around
from scripts.site.text.texts import CHINESE

#: front-matter keys whose values are site paths
ADDRESSES = frozenset({"url", "section"})
#: those whose values are data, not words for people
VERBATIM = frozenset({"type", "layout", "styles", "scripts", "jsonld", "language"})


@dataclass(frozen=True)
class Page:
    """`address` is the site path (measures/3/); `meta` holds plain text, escaped when written; `body` is Markdown.

    `files`: site path → bytes of what it alone needs or offers, such as its charts.
    """

    address: str
    meta: Mapping[str, Any]
    body: str
    files: Mapping[str, bytes] = field(default_factory=dict)


def page_file(page: Page, language: str = CHINESE) -> tuple[str, bytes]:
    """(path below docs_dir, bytes) of a page in the folder of its language; front matter is ASCII."""
    meta = dict(page.meta) if language == CHINESE else {**page.meta, "language": language}
    lines = [f"{key}: {ascii_json(escaped(value, language, key))}" for key, value in meta.items()]
    content = "---\n" + "\n".join(lines) + "\n---\n\n" + page.body.strip() + "\n"
    return addresses.FOLDERS[language] + addresses.markdown_path(page.address), content.encode("utf-8")


def ascii_json(value: Any) -> str:
    """JSON in ASCII alone, with what lies beyond 16 bits as YAML writes it: no character of it means anything there."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(each if " " <= each <= "~" else f"\\U{ord(each):08x}" for each in written)


def escaped(value: Any, language: str = CHINESE, key: str = "") -> Any:
    """Front-matter values at any depth: texts for people escaped, site paths as they are in the language."""
    if key in VERBATIM:
        return value
    if key in ADDRESSES:
        return addresses.placed(language, value)
    if isinstance(value, Mapping):
        return {name: escaped(inner, language, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [escaped(inner, language) for inner in value]
    return str(markup.text(value)) if isinstance(value, str) else value


def listed(link: Link) -> dict[str, str]:
    """A link as front matter holds it."""
    return {"title": link.title, "url": link.address}


def beside(linked: Linked, identifier: str) -> dict[str, dict[str, str]]:
    """The entries for the pages before and after this one, as far as there are any."""
    previous, following = around(linked, identifier)
    return {key: listed(link) for key, link in (("prev", previous), ("next", following)) if link}


def local(title: Link, links: Linked) -> dict[str, Any]:
    """The pages that the theme lists beside this one, under the title of their section."""
    return listed(title) | {"items": [listed(link) for link in links.values()]}


def data_file(address: str, title: str) -> dict[str, str]:
    """The entry for a file at a site path."""
    return {"title": title, "url": address, "type": addresses.media_type(address)}


def json_file(address: str) -> dict[str, str]:
    """The entry for a JSON file at a site path."""
    return data_file(address, "JSON")


def csv_file(address: str, title: str = "CSV") -> dict[str, str]:
    """The entry for a CSV file at a site path."""
    return data_file(address, title)


def own_files(page: str, *forms: str) -> list[dict[str, str]]:
    """The entries for the files of the page at a site path: xlsx, csv, json."""
    return [data_file(addresses.data_file(page, form), form.upper()) for form in forms]
