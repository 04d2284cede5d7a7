"""All targets in one table, and what the table can be narrowed down by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.package import Row
from scripts.site.model.links import Link
from scripts.site.model.number_notes import notes_within
from scripts.site.model.rows import Rows
from scripts.site.site import Site

#: (value in the address, words, how many targets it leaves) of each entry of a filter
Choices = list[tuple[str, str, int]]


@dataclass(frozen=True)
class ListedTarget:
    """A row of `targets` with its measure; `departments`: the slugs of all that the measure names, as printed.

    `noted`: what a person noted on the numbers among its words.
    """

    row: Row
    measure: Link
    chapter: str
    departments: tuple[str, ...]
    noted: tuple[str, ...]


def listed_targets(site: Site) -> list[ListedTarget]:
    """Every target in the plan's order."""
    return [
        ListedTarget(
            row=row,
            measure=site.links.measures[row["measure"]],
            chapter=site.row("measures", row["measure"])["chapter"],
            departments=slugs(site.rows("measure_departments", "measure", row["measure"])),
            noted=tuple(notes_within(row, site.rows("numbers", "measure", row["measure"]))),
        )
        for row in site.tables["targets"]
    ]


def slugs(participations: Rows) -> tuple[str, ...]:
    """The departments of rows of `measure_departments`."""
    return tuple(row["department"] for row in participations)


def filters(site: Site, targets: list[ListedTarget]) -> list[tuple[str, str, Choices]]:
    """(key in the address, label, entries) of each way to narrow the table down."""
    text, links = site.text, site.links
    chapters = {number: link.title for number, link in links.chapters.items()}
    departments = {slug: link.title for slug, link in links.departments.items()}
    return [
        ("chapter", text._("章"), choices(chapters, ([target.chapter] for target in targets))),
        ("kind", text._("类型"), choices(site.labels("targets", "kind"), ([target.row["kind"]] for target in targets))),
        ("department", text._("责任单位"), choices(departments, (target.departments for target in targets))),
    ]


def choices(names: Mapping[str, str], values: Iterable[Iterable[str]]) -> Choices:
    """The values that any target has, in the order of `names`."""
    found = [value for own in values for value in set(own)]
    return [(value, name, count) for value, name in names.items() if (count := found.count(value))]
