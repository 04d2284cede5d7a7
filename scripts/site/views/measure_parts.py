"""The small things an item's page lists: targets, numbers, defects, the place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import Row
from scripts.site import addresses
from scripts.site.views import phrases
from scripts.site.views.common import line_range, source_origin, span
from scripts.site.views.sentences import Annotations, claims, sentence_at


@dataclass(frozen=True)
class TargetLine:
    """A target in one line: `value` promises, `subject` says of whom and what, `year` until when."""

    target: str
    measure: str
    address: str
    value: Markup
    subject: str
    year: str


@dataclass(frozen=True)
class Note:
    """What is wrong with printed words; `reading` is "" where it can't be known."""

    as_printed: str
    problem: str
    reading: str
    certainty: str


@dataclass(frozen=True)
class NumberLine:
    """A number of the text: its sentence ("" if outside), its class, why, and the targets that claim it."""

    as_printed: str
    sentence: str
    label: str
    note: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where words stand in raw/plan.txt; `end` is not included; `source` is their place on the source page."""

    start: int
    end: int
    lines: str
    origin: str
    source: str


def target_line(row: Row) -> TargetLine:
    """A target as lists print it; a deadline's year is its value and is not said twice."""
    year = phrases.BASIS[row["year_basis"]].strip("（）") if row["kind"] == "deadline" else phrases.year(row)
    return TargetLine(
        row["target"],
        row["measure"],
        addresses.target(row["target"]),
        phrases.commitment(row),
        phrases.subject(row),
        year,
    )


def note_lines(errata: Iterable[Row], certainties: dict[str, str]) -> tuple[Note, ...]:
    """Defects in file order; `certainties` words how sure the reading is."""
    return tuple(
        Note(row["as_printed"], row["problem"], row["reading"], certainties[row["certainty"]]) for row in errata
    )


def number_lines(known: Annotations, measure: str) -> tuple[NumberLine, ...]:
    """Every number of an item in the order of the text."""
    claimed = claims(known.targets.get(measure, ()))
    return tuple(
        NumberLine(
            row["as_printed"],
            sentence_at(known.sentences[measure], int(row["source_start"])),
            known.classes[row["class"]],
            row["note"],
            claimed.get(row["number"], ()),
        )
        for row in known.numbers.get(measure, ())
    )


def place_of(lines: Callable[[int], int], row: Row) -> Place:
    """The place of a row; `lines` is `line_finder` of the source."""
    start, end = span(row)
    return Place(
        start,
        end,
        line_range(lines, start, end),
        source_origin(lines, start, end),
        addresses.source(row["source_start"]),
    )
