"""Text without white space, mapped back to where each character stands.

Page breaks of the printed source cut words in two, so everything that looks for words looks in the
compact text and takes the place in the source from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in the source."""

    start: int
    end: int


@dataclass(frozen=True)
class CompactText:
    """`text` holds no white space; `offsets[i]` is the place of `text[i]` in the source."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The source range of `text[start:end]` (at least one character)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def extent(self) -> Span:
        """The source range of the whole text (at least one character)."""
        return self.span(0, len(self.text))

    def part(self, start: int, end: int | None = None) -> CompactText:
        """The same view of a part of the text."""
        return CompactText(self.text[start:end], self.offsets[start:end])


def compact(text: str, start: int = 0) -> CompactText:
    """Drop the white space of `text`, which begins at code point `start` of the source."""
    offsets = tuple(place for place, char in enumerate(text, start) if not char.isspace())
    return CompactText(without_space(text), offsets)


def without_space(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())


def occurrences(text: str, quote: str) -> list[int]:
    """Where `quote` begins in `text`, overlapping finds included."""
    places, place = [], text.find(quote)
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places
