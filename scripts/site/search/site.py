"""The site's other pages as entries: downloads, overviews, the source with what is no item, the reconciliation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from scripts.package import Package
from scripts.site import addresses
from scripts.site.search.entry import Entry, Line
from scripts.site.views.common import named

PAGES = Path(__file__).with_name("pages.yml")
#: where a reader may go on who found nothing
OVERVIEWS = ("measures/", "cities/", "indicators/", "departments/", "glossary/", "source/")


@cache
def site_pages() -> tuple[dict[str, str], ...]:
    """The pages of pages.yml: url, title, sentence, words."""
    return tuple(yaml.safe_load(PAGES.read_text(encoding="utf-8")))


def overviews() -> list[tuple[str, str]]:
    """(address, title) of the pages that list everything of a kind."""
    titles = {page["url"]: page["title"] for page in site_pages()}
    return [(address, titles[address]) for address in OVERVIEWS]


def source_lines(package: Package) -> tuple[Line, ...]:
    """Every paragraph of the notice that belongs to no item: its head, its list of annexes, their titles and notes."""
    lines = []
    for row in package.tables["segments"]:
        if row["kind"] not in {"front_matter", "annex_list", "annex"}:
            continue
        at, end = int(row["source_start"]), int(row["source_end"])
        for text in package.text[at:end].split("\n"):
            if text.strip() and "\t" not in text:
                anchor = addresses.source(str(at)).partition("#")[2]
                lines.append(Line(anchor, text.strip()))
            at += len(text) + 1
    return tuple(lines)


def reconciliation_lines(package: Package) -> tuple[Line, ...]:
    """What comes out of each comparison."""
    indicators = named(package.tables["indicators"], "indicator")
    return tuple(
        Line(row["indicator"], f"{indicators[row['indicator']]}：{row['explanation']}")
        for row in package.tables["reconciliation"]
    )


def resource_lines(package: Package) -> tuple[Line, ...]:
    """Every table of the data package by its title and file name."""
    tables = (resource for resource in package.descriptor["resources"] if "schema" in resource)
    return tuple(Line(table["name"], f"{table['title']}（{table['path']}）") for table in tables)


OWN_LINES: dict[str, Callable[[Package], tuple[Line, ...]]] = {
    "source/": source_lines,
    "reconciliation/": reconciliation_lines,
    "data/dictionary/": resource_lines,
}


def site_entries(package: Package) -> list[Entry]:
    """One entry for each of the site's other pages."""
    entries = []
    for page in site_pages():
        own = OWN_LINES.get(page["url"])
        lines = (Line("", page["sentence"]), *(own(package) if own else ()))
        names = (page["title"], *page["words"].split())
        entries.append(Entry("data", page["url"], page["title"], names=names, lines=lines))
    return entries
