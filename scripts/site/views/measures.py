"""Items: the list of all by chapter, and for each one what its page prints."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.package import Package
from scripts.site.views.common import (
    Link,
    by,
    chapter_link,
    departments_of_measures,
    grouped,
    labels,
    line_finder,
    measure_link,
)
from scripts.site.views.measure_parts import (
    Note,
    NumberLine,
    Place,
    TargetLine,
    note_lines,
    number_lines,
    place_of,
    target_line,
)
from scripts.site.views.related import Kin, kin_of, related_measures
from scripts.site.views.sentences import Annotations, Sentence, read_annotations, sentence_views


@dataclass(frozen=True)
class Words:
    """The text of an item and what is known about it."""

    sentences: tuple[Sentence, ...]
    targets: tuple[TargetLine, ...]
    notes: tuple[Note, ...]
    numbers: tuple[NumberLine, ...]


@dataclass(frozen=True)
class Responsible:
    """Departments of an item; `open`: the printed list ends in 等部门."""

    leads: tuple[Link, ...]
    participants: tuple[Link, ...]
    open: bool


@dataclass(frozen=True)
class MeasureView:
    """Everything an item's page prints; `siblings` are the items of its chapter, itself included."""

    number: str
    label: str
    link: Link
    chapter: Link
    siblings: tuple[Link, ...]
    words: Words
    responsible: Responsible
    related: tuple[Kin, ...]
    place: Place
    previous: Link | None
    following: Link | None


@dataclass(frozen=True)
class MeasureLine:
    """An item in a list."""

    link: Link
    leads: tuple[Link, ...]
    targets: int


def measure_views(package: Package) -> tuple[MeasureView, ...]:
    """The pages of all items, in the plan's order."""
    rows = package.tables["measures"]
    links = [None, *map(measure_link, rows), None]
    siblings = {chapter: tuple(map(measure_link, members)) for chapter, members in grouped(rows, "chapter").items()}
    chapters = {key: chapter_link(row) for key, row in by(package.tables["chapters"], "chapter").items()}
    known, lines = read_annotations(package), line_finder(package.text)
    certainties = labels(package, "errata", "certainty")
    responsible, related = responsible_of_measures(package), related_measures(package)
    return tuple(
        MeasureView(
            number=row["measure"],
            label=row["label"],
            link=measure_link(row),
            chapter=chapters[row["chapter"]],
            siblings=siblings[row["chapter"]],
            words=_words(known, row["measure"], certainties),
            responsible=responsible[row["measure"]],
            related=kin_of(related[row["measure"]]),
            place=place_of(lines, row),
            previous=links[index],
            following=links[index + 2],
        )
        for index, row in enumerate(rows)
    )


def responsible_of_measures(package: Package) -> dict[str, Responsible]:
    """Item → its departments."""
    departments = departments_of_measures(package)
    return {
        row["measure"]: Responsible(
            departments.get((row["measure"], "lead"), ()),
            departments.get((row["measure"], "participating"), ()),
            row["participants_open"] == "true",
        )
        for row in package.tables["measures"]
    }


def measure_lines(package: Package) -> dict[str, MeasureLine]:
    """Item → its line in lists."""
    departments = departments_of_measures(package)
    targets = grouped(package.tables["targets"], "measure")
    return {
        row["measure"]: MeasureLine(
            measure_link(row),
            departments.get((row["measure"], "lead"), ()),
            len(targets.get(row["measure"], ())),
        )
        for row in package.tables["measures"]
    }


def _words(known: Annotations, measure: str, certainties: dict[str, str]) -> Words:
    return Words(
        sentence_views(known, measure),
        tuple(map(target_line, known.targets.get(measure, ()))),
        note_lines(known.errata.get(measure, ()), certainties),
        number_lines(known, measure),
    )
