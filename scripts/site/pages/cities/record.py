"""The data of a city's page: every figure that the annexes give it, and what is derived from them."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.package import Package
from scripts.site.json_schema import WORDS, Schema, closed, columns, rows_of
from scripts.site.record import Neighbour, Record, beside, neighbour, passages, shown
from scripts.site.site import Site

KIND = "city"
TITLE = "一个市的数据 | Data of one city"
KEY = ("city", "indicator", "quantity")


def records(site: Site) -> Iterator[Record]:
    """The record of every city."""
    for row in site.tables["cities"]:
        city = row["city"]
        figures = site.rows("city_targets", "city", city)
        cells = zip(figures, shown(site, "city_targets", figures, "city"), strict=True)
        targets = [{"indicator_name": site.row("indicators", raw["indicator"])["name"], **cell} for raw, cell in cells]
        yield Record(
            kind=KIND,
            id=city,
            address=site.links.cities[city].address,
            title=site.links.cities[city].title,
            facts={**shown(site, "cities", [row])[0], "targets": targets},
            passages=passages(site, "city_targets", KEY, figures),
            links=tuple(links(site, city)),
            rows=figures,
            sheet=True,
        )


def links(site: Site, city: str) -> Iterator[Neighbour]:
    """The cities before and after, and the indicators."""
    yield from beside(site.links.cities, city)
    for slug in dict.fromkeys(figure["indicator"] for figure in site.rows("city_targets", "city", city)):
        yield neighbour("indicator", site.links.indicators[slug])


def facts_schema(package: Package) -> Schema:
    """JSON Schema of the facts."""
    figures = rows_of(package, "city_targets", "city", indicator_name=WORDS)
    return closed(columns(package, "cities") | {"targets": figures})
