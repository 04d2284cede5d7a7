"""The data of the pages of cities and indicators: two ways through the figures of the annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.package import Row
from scripts.site import addresses
from scripts.site.views.common import grouped
from scripts.site.views.record import (
    NONE,
    Joined,
    Neighbour,
    Record,
    around,
    city_neighbour,
    indicator_neighbour,
    measure_neighbour,
    passages,
)

KEY = ("city", "indicator", "quantity")
Rows = tuple[Row, ...]


def city_facts(tables: Joined, row: Row, figures: Rows) -> dict[str, Any]:
    """The city with every figure that the annexes give it, and what is derived from them."""
    shown = zip(figures, tables.shown("city_targets", figures, "city"), strict=True)
    return {
        **tables.shown("cities", [row])[0],
        "targets": [{"indicator_name": tables.indicators[raw["indicator"]], **cells} for raw, cells in shown],
    }


def city_links(tables: Joined, at: int, figures: Rows) -> Iterator[Neighbour]:
    """The cities before and after, and the indicators."""
    for rel, other in around(tables.package.tables["cities"], at):
        yield city_neighbour(rel, other)
    for slug in dict.fromkeys(figure["indicator"] for figure in figures):
        yield indicator_neighbour("indicator", slug, tables.indicators[slug])


def city_records(tables: Joined) -> Iterator[Record]:
    """The record of every city."""
    of = grouped(tables.package.tables["city_targets"], "city")
    for at, row in enumerate(tables.package.tables["cities"]):
        figures = of.get(row["city"], NONE)
        yield Record(
            kind="city",
            id=row["city"],
            address=addresses.city(row["city"]),
            title=f"{row['name']}市",
            facts=city_facts(tables, row, figures),
            passages=passages("city_targets", KEY, figures, tables.package.text),
            links=tuple(city_links(tables, at, figures)),
            rows=figures,
        )


def indicator_facts(tables: Joined, row: Row, figures: Rows, province: Rows) -> dict[str, Any]:
    """The indicator with the figures of all cities, the plan's own targets, and how the two compare."""
    slug = row["indicator"]
    compared = [check for check in tables.package.tables["reconciliation"] if check["indicator"] == slug]
    shown = zip(figures, tables.shown("city_targets", figures, "indicator"), strict=True)
    return {
        **tables.shown("indicators", [row])[0],
        "cities": [{"city_name": tables.cities[raw["city"]]["name"], **cells} for raw, cells in shown],
        "targets": tables.shown("targets", province, "indicator"),
        "reconciliation": tables.shown("reconciliation", compared, "indicator"),
    }


def indicator_links(tables: Joined, at: int, figures: Rows, province: Rows) -> Iterator[Neighbour]:
    """The indicators before and after, the items with targets for it, the cities."""
    for rel, other in around(tables.package.tables["indicators"], at):
        yield indicator_neighbour(rel, other["indicator"], other["name"])
    for measure in dict.fromkeys(target["measure"] for target in province):
        yield measure_neighbour("measure", tables.measures[measure])
    for city in dict.fromkeys(figure["city"] for figure in figures):
        yield city_neighbour("city", tables.cities[city])


def indicator_records(tables: Joined) -> Iterator[Record]:
    """The record of every indicator."""
    content, text = tables.package.tables, tables.package.text
    of, aims = grouped(content["city_targets"], "indicator"), grouped(content["targets"], "indicator")
    for at, row in enumerate(content["indicators"]):
        figures, province = of.get(row["indicator"], NONE), aims.get(row["indicator"], NONE)
        yield Record(
            kind="indicator",
            id=row["indicator"],
            address=addresses.indicator(row["indicator"]),
            title=row["name"],
            facts=indicator_facts(tables, row, figures, province),
            passages=(
                *passages("city_targets", KEY, figures, text),
                *passages("targets", ("target",), province, text),
            ),
            links=tuple(indicator_links(tables, at, figures, province)),
            rows=figures,
        )
