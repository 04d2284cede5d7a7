"""The data of an item's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.package import Row
from scripts.site import addresses
from scripts.site.views.common import measure_title
from scripts.site.views.record import (
    PLACE,
    Joined,
    Neighbour,
    Record,
    around,
    chapter_neighbour,
    department_neighbour,
    indicator_neighbour,
    measure_neighbour,
    passages,
)

Parts = Mapping[str, tuple[Row, ...]]


def facts(tables: Joined, row: Row, of: Parts) -> dict[str, Any]:
    """The item with all that belongs to it."""
    members = of["measure_departments"]
    duties = tables.shown("measure_departments", members, "measure", *PLACE)
    return {
        **tables.shown("measures", [row], "chapter", *PLACE)[0],
        "chapter": tables.shown("chapters", [tables.chapters[row["chapter"]]], *PLACE)[0],
        "sentences": tables.shown("sentences", of["sentences"], "measure"),
        "departments": [
            {"name": tables.departments[member["department"]], **duty}
            for member, duty in zip(members, duties, strict=True)
        ],
        "targets": tables.shown("targets", of["targets"], "measure"),
        "numbers": tables.shown("numbers", of["numbers"], "measure"),
        "errata": tables.shown("errata", of["errata"], "measure"),
    }


def links(tables: Joined, at: int, row: Row, of: Parts) -> Iterator[Neighbour]:
    """The items before and after, the chapter, the departments named, the indicators aimed at."""
    for rel, other in around(tables.package.tables["measures"], at):
        yield measure_neighbour(rel, other)
    yield chapter_neighbour(tables.chapters[row["chapter"]])
    for member in of["measure_departments"]:
        slug = member["department"]
        yield department_neighbour("department", slug, tables.departments[slug])
    for slug in dict.fromkeys(target["indicator"] for target in of["targets"]):
        if slug:
            yield indicator_neighbour("indicator", slug, tables.indicators[slug])


def measure_records(tables: Joined) -> Iterator[Record]:
    """The record of every item."""
    text = tables.package.text
    for at, row in enumerate(tables.package.tables["measures"]):
        of = {name: tables.rows(name, row["measure"]) for name in tables.by_measure}
        yield Record(
            kind="measure",
            id=row["measure"],
            address=addresses.measure(row["measure"]),
            title=measure_title(row),
            facts=facts(tables, row, of),
            passages=(
                *passages("measures", ("measure",), [row], text),
                *passages("targets", ("target",), of["targets"], text),
                *passages("errata", ("erratum",), of["errata"], text),
            ),
            links=tuple(links(tables, at, row, of)),
        )
