"""Places in the source → places in the same words as a person reads them, page breaks joined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.compact_text import compact
from scripts.package import Row
from scripts.site.model.annotate import Mark, Meaning
from scripts.site.model.rows import span


@dataclass(frozen=True)
class Alignment:
    """`offsets[i]` is the code point of the source that stands at `places[i]` of the text; both rise."""

    offsets: tuple[int, ...]
    places: tuple[int, ...]

    def mark(self, start: int, end: int, meaning: Meaning) -> Mark | None:
        """A mark on the words of the source range [start, end); None where it has none of the text's."""
        first, beyond = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        if first >= beyond:
            return None
        begins, finishes = start >= self.offsets[0], end <= self.offsets[-1] + 1
        return Mark(self.places[first], self.places[beyond - 1] + 1, meaning, begins, finishes)

    def marks(self, meant: Iterable[tuple[Row, Meaning]]) -> list[Mark]:
        """A mark on the range of each row that has words of the text."""
        found = (self.mark(*span(row), meaning) for row, meaning in meant)
        return [mark for mark in found if mark]


def align(source: str, start: int, end: int, text: str) -> Alignment:
    """Align `source[start:end]` with `text`; raises ValueError where they differ in more than white space."""
    printed, read = compact(source[start:end], start), compact(text)
    if printed.text != read.text:
        raise ValueError(f"[{start}, {end}) of the source does not hold {text!r}")
    return Alignment(printed.offsets, read.offsets)


def errata_marks(alignment: Alignment, errata: Iterable[Row]) -> list[Mark]:
    """The errata that the page explains in notes, numbered from 1."""
    return alignment.marks((row, Meaning("erratum", str(note))) for note, row in enumerate(errata, start=1))
