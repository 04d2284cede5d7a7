"""The one escape for text on a page."""

from __future__ import annotations

import re

from markupsafe import Markup

#: Characters with a meaning in Markdown or HTML, line ends, and a stop or hyphen that could make a list.
SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+!|&\"'~^=:$\n\r\t]|[.-](?![0-9A-Za-z])|(?<![0-9A-Za-z])-|^ | $|(?<= ) ")
#: Controls that reorder or hide the text around them (bidirectional, zero-width, C0 and C1).
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def text(value: object) -> Markup:
    """`value` as inert text: the same words in Markdown, in HTML and in a quoted attribute."""
    if isinstance(value, Markup):
        return value
    visible = INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", str(value))
    return Markup(SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible))


def heading_id(identifier: str) -> Markup:
    """An identifier as the id of a Markdown heading, which takes no character references.

    Raises ValueError for anything but ASCII letters, digits, `-` and `_`.
    """
    if not IDENTIFIER.fullmatch(identifier):
        raise ValueError(f"{identifier!r} can't be the id of a heading")
    return Markup(identifier)
