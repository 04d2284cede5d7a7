"""Departments: the list by kind, the matrix with the chapters, and for each one what it leads and takes part in."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import Package, Row
from scripts.site.markup import heading_id
from scripts.site.views.chapters import roles_by_chapter
from scripts.site.views.common import Link, by, chapter_link, department_link, grouped, labels
from scripts.site.views.measure_parts import TargetLine, target_line
from scripts.site.views.measures import MeasureLine, measure_lines

#: How many partners a department's page names at least; those as frequent as the last one are named, too.
PARTNERS = 6
#: Shades of the matrix, from the lightest that differs from the page to the strongest.
SHADES = 5


@dataclass(frozen=True)
class Partner:
    """Another department and the number of items that name both."""

    link: Link
    items: int


@dataclass(frozen=True)
class DepartmentView:
    """Everything a department's page prints; `targets` are those of the items it leads."""

    slug: str
    link: Link
    full_name: str
    name_en: str
    kind: str
    leads: tuple[MeasureLine, ...]
    participates: tuple[MeasureLine, ...]
    targets: tuple[TargetLine, ...]
    partners: tuple[Partner, ...]


@dataclass(frozen=True)
class Kind:
    """The departments of one kind; `heading` identifies it."""

    heading: Markup
    label: str
    departments: tuple[DepartmentView, ...]


@dataclass(frozen=True)
class Cell:
    """Items of a chapter that name a department, and how strongly the cell is shaded (0: none, 5: most)."""

    items: int
    shade: int


@dataclass(frozen=True)
class MatrixRow:
    """A department with one cell for each chapter and the sum of them."""

    link: Link
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True)
class Matrix:
    """Departments × chapters; `columns`: the label and page of each chapter."""

    columns: tuple[tuple[str, Link], ...]
    rows: tuple[MatrixRow, ...]
    most: int


def department_views(package: Package) -> tuple[DepartmentView, ...]:
    """The pages of all departments, in the order of the table."""
    tables = package.tables
    lines, targets = measure_lines(package), grouped(tables["targets"], "measure")
    kinds, partners = labels(package, "departments", "kind"), partners_of(package)
    items = _items_by_role(package)

    def view(row: Row) -> DepartmentView:
        leads = items.get((row["department"], "lead"), ())
        return DepartmentView(
            slug=row["department"],
            link=department_link(row),
            full_name=row["full_name"],
            name_en=row["name_en"],
            kind=kinds[row["kind"]],
            leads=tuple(lines[measure] for measure in leads),
            participates=tuple(lines[item] for item in items.get((row["department"], "participating"), ())),
            targets=tuple(target_line(target) for item in leads for target in targets.get(item, ())),
            partners=partners[row["department"]],
        )

    return tuple(view(row) for row in tables["departments"])


def departments_by_kind(package: Package, views: tuple[DepartmentView, ...]) -> tuple[Kind, ...]:
    """The kinds that have departments, in the order of the vocabulary."""
    kinds = labels(package, "departments", "kind")
    members = {label: tuple(view for view in views if view.kind == label) for label in kinds.values()}
    return tuple(Kind(heading_id(value), label, members[label]) for value, label in kinds.items() if members[label])


def partners_of(package: Package) -> dict[str, tuple[Partner, ...]]:
    """Department → the departments that most items name beside it, most frequent first."""
    departments = by(package.tables["departments"], "department")
    together: dict[str, dict[str, int]] = {department: {} for department in departments}
    for rows in grouped(package.tables["measure_departments"], "measure").values():
        members = [row["department"] for row in rows]
        for one in members:
            for other in members:
                together[one][other] = together[one].get(other, 0) + (one != other)
    order = {department: index for index, department in enumerate(departments)}
    found = {}
    for department, counts in together.items():
        counts.pop(department, None)
        ranked = sorted(counts, key=lambda other: (-counts[other], order[other]))
        least = counts[ranked[:PARTNERS][-1]] if ranked else 0
        found[department] = tuple(
            Partner(department_link(departments[other]), counts[other]) for other in ranked if counts[other] >= least
        )
    return found


def matrix(package: Package) -> Matrix:
    """How many items of each chapter name each department, leading or taking part."""
    chapters, counts = package.tables["chapters"], roles_by_chapter(package)
    items = {key: leads + participates for key, (leads, participates) in counts.items()}
    most = max(items.values(), default=1)

    def row(department: Row) -> MatrixRow:
        numbers = [items.get((department["department"], chapter["chapter"]), 0) for chapter in chapters]
        cells = tuple(Cell(count, -(-count * SHADES // most)) for count in numbers)
        return MatrixRow(department_link(department), cells, sum(numbers))

    columns = tuple((chapter["label"], chapter_link(chapter)) for chapter in chapters)
    return Matrix(columns, tuple(row(department) for department in package.tables["departments"]), most)


def _items_by_role(package: Package) -> dict[tuple[str, str], tuple[str, ...]]:
    """(department, role) → its items in the plan's order."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in package.tables["measure_departments"]:
        key = (row["department"], row["role"])
        found[key] = (*found.get(key, ()), row["measure"])
    return found
