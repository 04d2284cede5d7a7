"""How much room the texts of a sheet need: Excel fits no merged cell by itself, and other programs fit none at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil

#: the widest column, and the narrowest to which a wide table is squeezed
WIDEST, NARROWEST = 60, 20
#: letters of a line that can still be read when it is printed on one page's width
PAGE = 240
#: points of a line, and of the highest row that there can be
LINE, HIGHEST = 16, 409
#: A text of many letters gets a column in which it has so many lines at most.
MOST_LINES = 24
#: what stays together on a line: a word with the space after it, or a single Chinese character
WORD = re.compile("[^\\s\u2e80-\uffff]+\\s*|\\S\\s*|\\s+")


def letters(text: str) -> int:
    """How wide a text is in Latin letters; a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def longest_word(text: str) -> int:
    """Letters of the longest part of a text that stays on one line."""
    return max((letters(word.rstrip()) for word in WORD.findall(text)), default=0)


def column_width(texts: Iterable[str]) -> int:
    """Wide enough for what stands in the column, up to a bound; longer texts wrap."""
    return min(3 + max(map(letters, texts)), WIDEST)


def column_widths(columns: Sequence[Sequence[str]]) -> list[int]:
    """The widths of a table's columns; those of a wide table are narrower, as far as its longest texts allow."""
    longest = [max(map(letters, texts)) for texts in columns]
    for bound in range(WIDEST, NARROWEST - 1, -1):
        widths = [min(3 + most, max(bound, most // MOST_LINES)) for most in longest]
        if sum(widths) <= PAGE:
            break
    return widths


def height(texts: Iterable[str], widths: Iterable[float]) -> int:
    """The height of a row whose texts wrap in columns of these widths, in points."""
    counts = (line_count(text, width) for text, width in zip(texts, widths, strict=True))
    return min(LINE * max(counts, default=1), HIGHEST)


def line_count(text: str, width: float) -> int:
    """Lines of a text that wraps in a column of this width."""
    return sum(wrapped(paragraph, width - 1) for paragraph in text.split("\n"))


def wrapped(paragraph: str, room: float) -> int:
    """Lines of a text without line ends, of `room` letters each; a word that is longer is broken."""
    if letters(paragraph) <= room:
        return 1
    count, used = 1, 0.0
    for word in WORD.findall(paragraph):
        size = letters(word.rstrip())
        if used and used + size > room:
            count, used = count + 1, 0.0
        broken = max(ceil(size / room) - 1, 0)
        count, used = count + broken, used + letters(word) - broken * room
    return count
