"""A page before it becomes a file: front matter for the theme and a body that is already escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.render import addresses, markup

TEMPLATES = Path(__file__).parent / "templates"
#: front-matter keys whose values are addresses or data, not words for people
VERBATIM = frozenset({"url", "type", "section", "layout", "styles", "scripts", "jsonld"})


@dataclass(frozen=True)
class Page:
    """`address` is the site path (measures/3/); `meta` holds plain text, escaped when written."""

    address: str
    meta: Mapping[str, Any]
    body: Markup


def escaped(value: Any, key: str = "") -> Any:
    """Front-matter values with every text for people escaped, at any depth."""
    if key in VERBATIM:
        return value
    if isinstance(value, Mapping):
        return {name: escaped(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [escaped(inner) for inner in value]
    return str(markup.text(value)) if isinstance(value, str) else value


def page_file(page: Page) -> tuple[str, bytes]:
    """(path below docs_dir, bytes) of a page; front matter is JSON, which is YAML."""
    lines = [f"{key}: {json.dumps(escaped(value, key), ensure_ascii=False)}" for key, value in page.meta.items()]
    content = "---\n" + "\n".join(lines) + "\n---\n\n" + str(page.body).strip() + "\n"
    return addresses.markdown_path(page.address), content.encode("utf-8")


@cache
def environment() -> Environment:
    """Jinja2 with the one escape applied to every expression that is not markup already."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=markup.text,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(number=markup.number, quantity=markup.quantity, heading_id=markup.heading_id)
    return made


def render_body(template: str, page: str, **context: Any) -> Markup:
    """The body of the page at the site path `page`; in the template `link(address)` gives a relative link."""

    def link(address: str) -> Markup:
        return Markup(quote(addresses.relative(page, address), safe="/#?=&.-_~"))

    return Markup(environment().get_template(template).render(link=link, **context))
