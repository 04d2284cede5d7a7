"""What the data of a single page hold: facts, the passages they rest on, and the way to the neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.fields import fields, resource_of, typed
from scripts.site.views.common import by, chapter_title, grouped, measure_title, named

NONE: tuple[Row, ...] = ()
#: The columns that `passages` stand for.
PLACE = ("source_start", "source_end")


@dataclass(frozen=True)
class Passage:
    """Words of the source: `of` names the row that rests on them, as resource/key."""

    of: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Neighbour:
    """Another thing that this one leads to: `address` is a site path."""

    rel: str
    title: str
    address: str


@dataclass(frozen=True)
class Record:
    """The data of the page at the site path `address`; `rows` are those of its CSV, if it has one."""

    kind: str
    id: str
    address: str
    title: str
    facts: Mapping[str, Any]
    passages: tuple[Passage, ...]
    links: tuple[Neighbour, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Joined:
    """The tables of a package by what they are looked up by; made once, read by every record."""

    package: Package
    measures: Mapping[str, Row]
    chapters: Mapping[str, Row]
    departments: Mapping[str, str]
    indicators: Mapping[str, str]
    cities: Mapping[str, Row]
    by_measure: Mapping[str, Mapping[str, tuple[Row, ...]]]

    def rows(self, resource: str, measure: str) -> tuple[Row, ...]:
        """The rows of a resource that belong to an item."""
        return self.by_measure[resource].get(measure, NONE)

    def shown(self, resource: str, rows: Iterable[Row], *left_out: str) -> list[dict[str, Any]]:
        """Rows as JSON has them, without the columns left out."""
        columns = fields(resource_of(self.package.descriptor, resource))
        kept = [field for field in columns if field["name"] not in left_out]
        return [typed(kept, row) for row in rows]


def joined(package: Package) -> Joined:
    """The look-ups of a package."""
    tables = package.tables
    of_items = ("sentences", "measure_departments", "targets", "numbers", "errata")
    return Joined(
        package=package,
        measures=by(tables["measures"], "measure"),
        chapters=by(tables["chapters"], "chapter"),
        departments=named(tables["departments"], "department"),
        indicators=named(tables["indicators"], "indicator"),
        cities=by(tables["cities"], "city"),
        by_measure={name: grouped(tables[name], "measure") for name in of_items},
    )


def passages(resource: str, key: tuple[str, ...], rows: Iterable[Row], text: str) -> tuple[Passage, ...]:
    """The passage of each row that has one; quotes are without white space, as everywhere in the data."""
    found = []
    for row in rows:
        if row["source_start"]:
            start, end = int(row["source_start"]), int(row["source_end"])
            name = "/".join([resource, *(row[column] for column in key)])
            found.append(Passage(name, start, end, "".join(text[start:end].split())))
    return tuple(found)


def around(rows: tuple[Row, ...], at: int) -> Iterable[tuple[str, Row]]:
    """The rows before and after the one at `at`, with the relation of each."""
    if at > 0:
        yield "previous", rows[at - 1]
    if at + 1 < len(rows):
        yield "next", rows[at + 1]


def measure_neighbour(rel: str, row: Row) -> Neighbour:
    """An item's data."""
    return Neighbour(rel, measure_title(row), addresses.data_file(addresses.measure(row["measure"]), "json"))


def city_neighbour(rel: str, row: Row) -> Neighbour:
    """A city's data."""
    return Neighbour(rel, f"{row['name']}市", addresses.data_file(addresses.city(row["city"]), "json"))


def indicator_neighbour(rel: str, indicator: str, name: str) -> Neighbour:
    """An indicator's data."""
    return Neighbour(rel, name, addresses.data_file(addresses.indicator(indicator), "json"))


def department_neighbour(rel: str, department: str, name: str) -> Neighbour:
    """A department's data."""
    return Neighbour(rel, name, addresses.data_file(addresses.department(department), "json"))


def chapter_neighbour(row: Row) -> Neighbour:
    """A chapter's page, which has no data of its own."""
    return Neighbour("chapter", chapter_title(row), addresses.chapter(row["chapter"]))
