"""Figures of one column set so that their decimal points stand below each other."""

from __future__ import annotations

from collections.abc import Iterable


def after_point(value: str) -> int:
    """How many characters stand from the decimal point on: 18 → 0, 13.4 → 2."""
    return len(value) - value.index(".") if "." in value else 0


def pads(values: Iterable[str]) -> list[str]:
    """For each figure of a column the class that makes up for what it lacks on the right: 18 beside 13.4 → p2."""
    lengths = [after_point(value) for value in values]
    longest = max(lengths, default=0)
    return [f" p{longest - length}" if length < longest else "" for length in lengths]


def column_pads(cities: Iterable[str], province: str) -> tuple[tuple[str, ...], str]:
    """The classes of a column of cities and that of the province's figure in its last row, which may be empty."""
    *above, last = pads([*cities, province])
    return tuple(above), last if province else ""
