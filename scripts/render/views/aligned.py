"""Places in the source → places in the same words as a person reads them, page breaks joined."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from scripts.squeeze import squeeze


@dataclass(frozen=True)
class Aligned:
    """`offsets[i]` is the code point of the source that stands at `places[i]` of the text; both rise."""

    offsets: tuple[int, ...]
    places: tuple[int, ...]

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """The part of the text inside the source range [start, end); None where the two do not meet."""
        first, beyond = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return (self.places[first], self.places[beyond - 1] + 1) if first < beyond else None


def align(source: str, start: int, end: int, text: str) -> Aligned:
    """Align `source[start:end]` with `text`; raises ValueError where they differ in more than white space."""
    printed, read = squeeze(source[start:end], start), squeeze(text)
    if printed.text != read.text:
        raise ValueError(f"[{start}, {end}) of the source does not hold {text!r}")
    return Aligned(printed.offsets, read.offsets)
