"""The data of a measure's page: the measure with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.package import Package, Row
from scripts.site.json_schema import WORDS, Schema, closed, columns, rows_of
from scripts.site.record import PLACE, Neighbour, Record, beside, neighbour, passages, shown
from scripts.site.site import Site

KIND = "measure"
TITLE = "一条的数据 | Data of one item"


def records(site: Site) -> Iterator[Record]:
    """The record of every measure."""
    for row in site.tables["measures"]:
        measure = row["measure"]
        yield Record(
            kind=KIND,
            id=measure,
            address=site.links.measures[measure].address,
            title=site.links.measures[measure].title,
            facts=facts(site, row),
            passages=(
                *passages(site, "measures", ("measure",), [row]),
                *passages(site, "targets", ("target",), site.rows("targets", "measure", measure)),
                *passages(site, "errata", ("erratum",), site.rows("errata", "measure", measure)),
            ),
            links=tuple(links(site, row)),
        )


def facts(site: Site, row: Row) -> dict[str, Any]:
    """The columns of a measure and the rows that belong to it."""
    of = {name: site.rows(name, "measure", row["measure"]) for name in ("sentences", "targets", "numbers", "errata")}
    own = {name: shown(site, name, rows, "measure") for name, rows in of.items()}
    duties = site.rows("measure_departments", "measure", row["measure"])
    cells = zip(duties, shown(site, "measure_departments", duties, "measure", *PLACE), strict=True)
    return {
        **shown(site, "measures", [row], "chapter", *PLACE)[0],
        "chapter": shown(site, "chapters", [site.row("chapters", row["chapter"])], *PLACE)[0],
        "sentences": own.pop("sentences"),
        "departments": [{"name": site.row("departments", raw["department"])["name"], **cell} for raw, cell in cells],
        **own,
    }


def links(site: Site, row: Row) -> Iterator[Neighbour]:
    """The measures before and after, the chapter (a page without data), the departments, the indicators aimed at."""
    yield from beside(site.links.measures, row["measure"])
    chapter = site.links.chapters[row["chapter"]]
    yield Neighbour("chapter", chapter.title, chapter.address)
    for duty in site.rows("measure_departments", "measure", row["measure"]):
        yield neighbour("department", site.links.departments[duty["department"]])
    for slug in dict.fromkeys(target["indicator"] for target in site.rows("targets", "measure", row["measure"])):
        if slug:
            yield neighbour("indicator", site.links.indicators[slug])


def facts_schema(package: Package) -> Schema:
    """JSON Schema of the facts."""
    return closed(
        {
            **columns(package, "measures", "chapter", *PLACE),
            "chapter": closed(columns(package, "chapters", *PLACE)),
            "sentences": rows_of(package, "sentences", "measure"),
            "departments": rows_of(package, "measure_departments", "measure", *PLACE, name=WORDS),
            **{name: rows_of(package, name, "measure") for name in ("targets", "numbers", "errata")},
        }
    )
