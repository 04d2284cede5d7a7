"""Chapters: each one's items, targets and departments, and the list of all with their items."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.package import Package
from scripts.site.views.common import Link, by, chapter_link, department_link, grouped, line_finder
from scripts.site.views.measure_parts import Place, TargetLine, place_of, target_line
from scripts.site.views.measures import MeasureLine, measure_lines


@dataclass(frozen=True)
class Share:
    """A department in a chapter: how many of its items it leads and takes part in."""

    link: Link
    leads: int
    participates: int


@dataclass(frozen=True)
class ChapterView:
    """Everything a chapter's page prints."""

    number: str
    link: Link
    items: tuple[MeasureLine, ...]
    targets: tuple[TargetLine, ...]
    departments: tuple[Share, ...]
    place: Place
    previous: Link | None
    following: Link | None


def chapter_views(package: Package) -> tuple[ChapterView, ...]:
    """The pages of all chapters, in the plan's order."""
    tables = package.tables
    rows, items = tables["chapters"], measure_lines(package)
    links = [None, *map(chapter_link, rows), None]
    members = grouped(tables["measures"], "chapter")
    targets, lines = grouped(tables["targets"], "measure"), line_finder(package.text)
    shares = shares_of_chapters(package)
    return tuple(
        ChapterView(
            number=row["chapter"],
            link=chapter_link(row),
            items=tuple(items[member["measure"]] for member in members[row["chapter"]]),
            targets=tuple(
                target_line(target)
                for member in members[row["chapter"]]
                for target in targets.get(member["measure"], ())
            ),
            departments=shares[row["chapter"]],
            place=place_of(lines, row),
            previous=links[index],
            following=links[index + 2],
        )
        for index, row in enumerate(rows)
    )


def roles_by_chapter(package: Package) -> dict[tuple[str, str], tuple[int, int]]:
    """(department, chapter) → (items it leads, items it takes part in), where it has any."""
    chapter = {row["measure"]: row["chapter"] for row in package.tables["measures"]}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for row in package.tables["measure_departments"]:
        key = (row["department"], chapter[row["measure"]])
        leads, participates = found.get(key, (0, 0))
        found[key] = (leads + (row["role"] == "lead"), participates + (row["role"] == "participating"))
    return found


def shares_of_chapters(package: Package) -> dict[str, tuple[Share, ...]]:
    """Chapter → its departments: most items led first, then most items, then the order of the table."""
    departments = by(package.tables["departments"], "department")
    shares: dict[str, list[Share]] = {row["chapter"]: [] for row in package.tables["chapters"]}
    counts = roles_by_chapter(package)
    for department, chapter in counts:
        shares[chapter].append(Share(department_link(departments[department]), *counts[department, chapter]))
    order = {department_link(row): index for index, row in enumerate(departments.values())}
    return {
        chapter: tuple(sorted(found, key=lambda share: (-share.leads, -share.participates, order[share.link])))
        for chapter, found in shares.items()
    }
