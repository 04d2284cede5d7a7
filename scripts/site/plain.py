"""Text files out of templates: the same templates as pages, but nothing is escaped, since nothing is markup."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment

from scripts.site.templating import environment


def as_it_is(value: object) -> object:
    """The value itself."""
    return value


@cache
def text_environment() -> Environment:
    """The pages' templates without their escape."""
    return environment().overlay(finalize=as_it_is, autoescape=False)


def render_text(template: str, **context: Any) -> bytes:
    """A text file, UTF-8."""
    return text_environment().get_template(template).render(**context).encode("utf-8")
