"""The one escape for text and the one way to write a number on a page."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

#: Characters with a meaning in Markdown or HTML, line ends, and a stop or hyphen that could make a list.
SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+!|&\"'~^=:$\n\r\t]|[.-](?![0-9A-Za-z])|(?<![0-9A-Za-z])-|^ | $|(?<= ) ")
#: Controls that reorder or hide the text around them (bidirectional, zero-width, C0 and C1).
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def text(value: object) -> Markup:
    """`value` as inert text: the same words in Markdown, in HTML and in a quoted attribute."""
    return value if isinstance(value, Markup) else escaped(str(value))


@lru_cache(maxsize=10_000)
def escaped(words: str) -> Markup:
    """`words` with every character that means something as a reference; the same few stand on every page."""
    visible = INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", words)
    return Markup(SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible))


def number(value: str) -> Markup:
    """A decimal exactly as the package holds it; a minus sign is set as one."""
    return text(value.replace("-", "−"))


def quantity(value: str, unit: str) -> Markup:
    """A number with its unit: 13.4%, 5 个百分点, 3550 万吨标准煤."""
    if not value:
        return Markup("")
    joined = {"%": "%", "百分点": " 个百分点"}.get(unit, f" {unit}")
    return number(value) + text(joined.replace(" ", "\u00a0"))


def heading_id(identifier: str) -> Markup:
    """An identifier as the id of a Markdown heading, which takes no character references.

    Raises ValueError for anything but ASCII letters, digits, `-` and `_`.
    """
    if not IDENTIFIER.fullmatch(identifier):
        raise ValueError(f"{identifier!r} can't be the id of a heading")
    return Markup(identifier)
