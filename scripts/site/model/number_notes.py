"""What a person noted on numbers that are no targets, such as what 吨 means of a boiler."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.package import Row
from scripts.site.model.rows import span

#: the classes of numbers whose notes a person wrote; a year has one by rule
NOTED = frozenset({"threshold", "reference", "name"})


def note_of(number: Row) -> str:
    """What a person noted on a row of `numbers`, or nothing."""
    return number["note"] if number["class"] in NOTED else ""


def notes_within(target: Row, numbers: Iterable[Row]) -> list[str]:
    """What was noted on the numbers among the words of a target."""
    start, end = span(target)
    return [note for row in numbers if start <= int(row["source_start"]) < end and (note := note_of(row))]
