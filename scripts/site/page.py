"""A page before it becomes a file: front matter for the theme, and what its body is made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.site import addresses, markup
from scripts.site.kept import Made, Request, digest

#: front-matter keys whose values are addresses or data, not words for people
VERBATIM = frozenset({"url", "type", "section", "layout", "styles", "scripts", "jsonld"})


@dataclass(frozen=True)
class Page:
    """`address` is the site path (measures/3/); `meta` holds plain text, escaped when written."""

    address: str
    meta: Mapping[str, Any]
    body: Request


def escaped(value: Any, key: str = "") -> Any:
    """Front-matter values with every text for people escaped, at any depth."""
    if key in VERBATIM:
        return value
    if isinstance(value, Mapping):
        return {name: escaped(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [escaped(inner) for inner in value]
    return str(markup.text(value)) if isinstance(value, str) else value


def page_file(page: Page, made: Made) -> tuple[str, bytes]:
    """(path below docs_dir, bytes) of a page; front matter is JSON, which is YAML."""
    lines = [f"{key}: {json.dumps(escaped(value, key), ensure_ascii=False)}" for key, value in page.meta.items()]
    content = "---\n" + "\n".join(lines) + "\n---\n\n" + made[page.body].decode("utf-8").strip() + "\n"
    return addresses.markdown_path(page.address), content.encode("utf-8")


def body_request(template: str, page: str, **context: Any) -> Request:
    """Asks for the body of the page at the site path `page`; `context`: views, by their names in the template.

    Views are told from each other by what `repr` writes of them, so all that they hold has to stand there;
    the hash of it is kept instead, since it is longer than the page.
    """
    given = (template, page, context)
    return Request("body", digest(repr(given).encode()), given)
