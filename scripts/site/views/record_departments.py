"""The data of a department's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.package import Row
from scripts.site import addresses
from scripts.site.views.common import grouped
from scripts.site.views.record import (
    NONE,
    PLACE,
    Joined,
    Neighbour,
    Record,
    around,
    department_neighbour,
    measure_neighbour,
    passages,
)

KEY = ("measure", "department")


def facts(tables: Joined, row: Row, duties: tuple[Row, ...]) -> dict[str, Any]:
    """The department with the items that it leads and those that it takes part in."""
    shown = zip(duties, tables.shown("measure_departments", duties, "department", *PLACE), strict=True)
    titled = [{"title": tables.measures[raw["measure"]]["title"], **cells} for raw, cells in shown]
    return {
        **tables.shown("departments", [row])[0],
        "leads": [duty for duty in titled if duty["role"] == "lead"],
        "participates": [duty for duty in titled if duty["role"] == "participating"],
    }


def links(tables: Joined, at: int, duties: tuple[Row, ...]) -> Iterator[Neighbour]:
    """The departments before and after, and the items."""
    for rel, other in around(tables.package.tables["departments"], at):
        yield department_neighbour(rel, other["department"], other["name"])
    for duty in duties:
        yield measure_neighbour("measure", tables.measures[duty["measure"]])


def department_records(tables: Joined) -> Iterator[Record]:
    """The record of every department."""
    of = grouped(tables.package.tables["measure_departments"], "department")
    for at, row in enumerate(tables.package.tables["departments"]):
        duties = of.get(row["department"], NONE)
        yield Record(
            kind="department",
            id=row["department"],
            address=addresses.department(row["department"]),
            title=row["name"],
            facts=facts(tables, row, duties),
            passages=passages("measure_departments", KEY, duties, tables.package.text),
            links=tuple(links(tables, at, duties)),
        )
