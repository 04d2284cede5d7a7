"""The data of a department's page: the measures that it leads and those that it takes part in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.package import Package, Row
from scripts.site.json_schema import WORDS, Schema, closed, columns, rows_of
from scripts.site.record import PLACE, Neighbour, Record, beside, neighbour, passages, shown
from scripts.site.site import Site

KIND = "department"
TITLE = "一家单位的数据 | Data of one department"
KEY = ("measure", "department")


def records(site: Site) -> Iterator[Record]:
    """The record of every department."""
    for row in site.tables["departments"]:
        department = row["department"]
        duties = site.rows("measure_departments", "department", department)
        yield Record(
            kind=KIND,
            id=department,
            address=site.links.departments[department].address,
            title=site.links.departments[department].title,
            facts=facts(site, row),
            passages=passages(site, "measure_departments", KEY, duties),
            links=tuple(links(site, department)),
            sheet=True,
        )


def facts(site: Site, row: Row) -> dict[str, Any]:
    """The department with its measures by role."""
    duties = site.rows("measure_departments", "department", row["department"])
    cells = zip(duties, shown(site, "measure_departments", duties, "department", *PLACE), strict=True)
    titled = [{"title": site.row("measures", raw["measure"])["title"], **cell} for raw, cell in cells]
    return {
        **shown(site, "departments", [row])[0],
        "leads": [duty for duty in titled if duty["role"] == "lead"],
        "participates": [duty for duty in titled if duty["role"] == "participating"],
    }


def links(site: Site, department: str) -> Iterator[Neighbour]:
    """The departments before and after, and the measures."""
    yield from beside(site.links.departments, department)
    for duty in site.rows("measure_departments", "department", department):
        yield neighbour("measure", site.links.measures[duty["measure"]])


def facts_schema(package: Package) -> Schema:
    """JSON Schema of the facts."""
    duties = rows_of(package, "measure_departments", "department", *PLACE, title=WORDS)
    return closed(columns(package, "departments") | {"leads": duties, "participates": duties})
