"""All targets in one table, and what the table can be narrowed down by."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.views import phrases
from scripts.site.views.common import (
    Link,
    by,
    chapter_title,
    grouped,
    labels,
    measure_link,
)


@dataclass(frozen=True)
class TargetRow:
    """A target as the table prints it; `number` is its item, `departments` the slugs of all that the item names."""

    target: str
    number: str
    measure: Link
    kind: str
    kind_label: str
    chapter: str
    departments: tuple[str, ...]
    subject: str
    value: Markup
    year: str
    quote: str
    words: str


@dataclass(frozen=True)
class Choice:
    """One entry of a filter: the value in the address, the words, and how many targets it leaves."""

    value: str
    label: str
    targets: int


@dataclass(frozen=True)
class Filter:
    """One way to narrow the table down; `name` is its key in the address."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class TargetsView:
    """The table of all targets in the plan's order, and its filters."""

    rows: tuple[TargetRow, ...]
    filters: tuple[Filter, ...]


def words_address(target: str) -> str:
    """The words of a target, highlighted on its item's page."""
    return addresses.target(target).replace("#t", "#q")


def targets_view(package: Package) -> TargetsView:
    """The page of all targets."""
    rows = target_rows(package)
    chapters = {row["chapter"]: chapter_title(row) for row in package.tables["chapters"]}
    departments = {row["department"]: row["name"] for row in package.tables["departments"]}
    filters = (
        Filter("chapter", "章", _choices(chapters, [(row.chapter,) for row in rows])),
        Filter("kind", "类型", _choices(labels(package, "targets", "kind"), [(row.kind,) for row in rows])),
        Filter("department", "责任单位", _choices(departments, [row.departments for row in rows])),
    )
    return TargetsView(rows, filters)


def target_rows(package: Package) -> tuple[TargetRow, ...]:
    """Every target joined with its item and that item's departments."""
    measures = by(package.tables["measures"], "measure")
    departments = grouped(package.tables["measure_departments"], "measure")
    kinds, bases = labels(package, "targets", "kind"), labels(package, "targets", "year_basis")

    def view(row: Row) -> TargetRow:
        measure = measures[row["measure"]]
        return TargetRow(
            target=row["target"],
            number=row["measure"],
            measure=measure_link(measure),
            kind=row["kind"],
            kind_label=kinds[row["kind"]],
            chapter=measure["chapter"],
            departments=tuple(member["department"] for member in departments.get(row["measure"], ())),
            subject=phrases.subject(row),
            value=phrases.commitment(row),
            year=f"{row['target_year']} 年，{bases[row['year_basis']]}" if row["year_basis"] else "未写年份",
            quote=row["quote"],
            words=words_address(row["target"]),
        )

    return tuple(view(row) for row in package.tables["targets"])


def _choices(names: dict[str, str], values: list[tuple[str, ...]]) -> tuple[Choice, ...]:
    """The values that any target has, in the order of `names`."""
    counts = {value: sum(value in own for own in values) for value in names}
    return tuple(Choice(value, label, counts[value]) for value, label in names.items() if counts[value])
