"""The one escape for text on a page."""

from __future__ import annotations

import re

from markupsafe import Markup

#: Characters with a meaning in Markdown or HTML, line ends, and a stop or hyphen that could make a list.
SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+!|&\"'~^=:$\n\r\t]|[.-](?![0-9A-Za-z])|(?<![0-9A-Za-z])-|^ | $|(?<= ) ")
#: Controls that reorder or hide the text around them (bidirectional, zero-width, C0 and C1).
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

#: Chinese characters and what stands between two of them, such as the year in 辽政发〔2017〕21号.
CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef](?:[\u2e80-\u9fff\uff00-\uffef0-9]*[\u2e80-\u9fff\uff00-\uffef])?")

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def text(value: object) -> Markup:
    """`value` as inert text: the same words in Markdown, in HTML and in a quoted attribute."""
    if isinstance(value, Markup):
        return value
    visible = INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", str(value))
    return Markup(SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible))


def chinese_marked(value: str) -> Markup:
    """`value` as inert text, in which each run of Chinese says that it is: for a page in another language."""
    marked, end = Markup(), 0
    for run in CHINESE.finditer(value):
        marked += text(value[end : run.start()]) + Markup(f'<span lang="zh-CN">{text(run[0])}</span>')
        end = run.end()
    return marked + text(value[end:])


def is_chinese(value: str) -> bool:
    """Does it have Chinese letters?"""
    return bool(CHINESE.search(value))


def heading_id(identifier: str) -> Markup:
    """An identifier as the id of a Markdown heading, which takes no character references.

    Raises ValueError for anything but ASCII letters, digits, `-` and `_`.
    """
    if not IDENTIFIER.fullmatch(identifier):
        raise ValueError(f"{identifier!r} can't be the id of a heading")
    return Markup(identifier)
