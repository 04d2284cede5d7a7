"""Templates → Markdown: the body of a page, with every text in it escaped once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.site import addresses, markup

TEMPLATES = Path(__file__).parent / "templates"


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


def make(given: tuple[str, str, Mapping[str, Any]]) -> bytes:
    """The body that page.body_request asks for; in the template `link(address)` gives a relative link.

    Raises jinja2.UndefinedError where the template names what it is not given.
    """
    template, page, context = given

    def link(address: str) -> Markup:
        return Markup(quote(addresses.relative(page, address), safe="/#?=&.-_~"))

    return environment().get_template(template).render(link=link, **context).encode("utf-8")
