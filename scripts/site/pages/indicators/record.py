"""The data of an indicator's page: the cities' figures, the plan's targets and the nation's, and how they compare."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.package import Package
from scripts.site.json_schema import WORDS, Schema, closed, columns, rows_of
from scripts.site.record import Neighbour, Record, beside, neighbour, passages, shown
from scripts.site.site import Site

KIND = "indicator"
TITLE = "一个指标的数据 | Data of one indicator"
KEY = ("city", "indicator", "quantity")
#: what the plan and the nation's set for an indicator, and how the cities' figures compare
OF_PLANS = ("targets", "reconciliation", "national_targets")


def records(site: Site) -> Iterator[Record]:
    """The record of every indicator."""
    for row in site.tables["indicators"]:
        slug = row["indicator"]
        figures, targets = (site.rows(name, "indicator", slug) for name in ("city_targets", "targets"))
        cells = zip(figures, shown(site, "city_targets", figures, "indicator"), strict=True)
        yield Record(
            kind=KIND,
            id=slug,
            address=site.links.indicators[slug].address,
            title=site.links.indicators[slug].title,
            facts={
                **shown(site, "indicators", [row])[0],
                "cities": [{"city_name": site.row("cities", raw["city"])["name"], **cell} for raw, cell in cells],
                **{name: shown(site, name, site.rows(name, "indicator", slug), "indicator") for name in OF_PLANS},
            },
            passages=passages(site, "city_targets", KEY, figures) + passages(site, "targets", ("target",), targets),
            links=tuple(links(site, slug)),
            rows=figures,
            sheet=True,
        )


def links(site: Site, indicator: str) -> Iterator[Neighbour]:
    """The indicators before and after, the measures with targets for it, the cities."""
    yield from beside(site.links.indicators, indicator)
    for measure in dict.fromkeys(target["measure"] for target in site.rows("targets", "indicator", indicator)):
        yield neighbour("measure", site.links.measures[measure])
    for city in dict.fromkeys(figure["city"] for figure in site.rows("city_targets", "indicator", indicator)):
        yield neighbour("city", site.links.cities[city])


def facts_schema(package: Package) -> Schema:
    """JSON Schema of the facts."""
    figures = rows_of(package, "city_targets", "indicator", city_name=WORDS)
    of_plans = {name: rows_of(package, name, "indicator") for name in OF_PLANS}
    return closed(columns(package, "indicators") | {"cities": figures} | of_plans)
