"""Places in the source → places in the same words as a person reads them, page breaks joined."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeVar

from scripts.compact_text import compact
from scripts.site.views.annotate import Mark

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Aligned:
    """`offsets[i]` is the code point of the source that stands at `places[i]` of the text; both rise."""

    offsets: tuple[int, ...]
    places: tuple[int, ...]

    def mark(self, start: int, end: int, meaning: Meaning) -> Mark[Meaning] | None:
        """A mark on the words of the source range [start, end); None where it has none of the text's."""
        first, beyond = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        if first >= beyond:
            return None
        begins, finishes = start >= self.offsets[0], end <= self.offsets[-1] + 1
        return Mark(self.places[first], self.places[beyond - 1] + 1, meaning, begins, finishes)


def align(source: str, start: int, end: int, text: str) -> Aligned:
    """Align `source[start:end]` with `text`; raises ValueError where they differ in more than white space."""
    printed, read = compact(source[start:end], start), compact(text)
    if printed.text != read.text:
        raise ValueError(f"[{start}, {end}) of the source does not hold {text!r}")
    return Aligned(printed.offsets, read.offsets)
