"""The package joined once, for one language: whatever a page needs is asked of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

from scripts.english_parsing import bare_name
from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.fields import fields, resource_of
from scripts.site.model.checks import Checks, checks_of
from scripts.site.model.document import Document, document_of
from scripts.site.model.figures import Figures, figures_of
from scripts.site.model.links import Links, links_of
from scripts.site.model.localised import localised
from scripts.site.model.national import National, national_of
from scripts.site.model.province import Province, province_of
from scripts.site.model.rows import Rows, by, grouped, span
from scripts.site.model.terms import Terms
from scripts.site.settings import Settings
from scripts.site.text.texts import Texts, twin

#: resource → the columns that pages look its rows up by
LOOKED_UP = {
    "measures": ("chapter",),
    "sentences": ("measure",),
    "measure_departments": ("measure", "department"),
    "targets": ("measure", "indicator"),
    "numbers": ("measure",),
    "errata": ("measure",),
    "city_targets": ("city", "indicator"),
    "reconciliation": ("indicator",),
    "national_targets": ("indicator",),
    "aliases": ("entity",),
}


@dataclass(frozen=True)
class Site:
    """`tables`: resource → rows in file order, told in the language of `text`; `package` has them as they are.

    `text`: all words of its language; `cache`: the folder of drawings; `sizes`: site path → bytes of a download.
    """

    package: Package
    settings: Settings
    text: Texts
    cache: Path
    document: Document
    links: Links
    province: Province
    figures: Figures
    national: National
    checks: Checks
    terms: Terms
    told_terms: Terms
    tables: Mapping[str, Rows]
    keyed: Mapping[str, Mapping[str, Row]]
    looked_up: Mapping[tuple[str, str], Mapping[str, Rows]]
    chinese: Mapping[str, Mapping[str, Row]]
    line_starts: tuple[int, ...]
    sizes: Mapping[str, int] = field(default_factory=dict)

    @property
    def date(self) -> str:
        """The date of the data's version (ISO), which is not the date of the build."""
        return str(self.package.descriptor["created"])[:10]

    def url(self, address: str) -> str:
        """The whole address of a site path in this language; only where the site's own address is known."""
        return addresses.absolute(self.settings, addresses.placed(self.text.language, address))

    def told(self, described: Mapping[str, Any], key: str) -> str:
        """What the descriptor says of itself, a table or a column, in this language; empty where it says nothing."""
        return str(described.get(twin(self.text.language, key), ""))

    def row(self, resource: str, identifier: str) -> Row:
        """The row of a resource with a key of one column; raises KeyError."""
        return self.keyed[resource][identifier]

    def printed(self, resource: str, identifier: str) -> Row:
        """The same row with its texts as the plan prints them, whatever the page's language; raises KeyError."""
        return self.chinese[resource][identifier]

    def rows(self, resource: str, column: str, value: str) -> Rows:
        """The rows with a value in one of the LOOKED_UP columns, in file order; none where no row has it."""
        return self.looked_up[resource, column].get(value, ())

    def labels(self, resource: str, column: str) -> dict[str, str]:
        """Value → label of a closed vocabulary, from the descriptor's categories."""
        return labels(self.package, self.text.language, resource, column)

    def aliases(self, entity_type: str, entity: str) -> list[str]:
        """The other names of a city, department, indicator or term."""
        return [row["alias"] for row in self.rows("aliases", "entity", entity) if row["entity_type"] == entity_type]

    def departments(self, measure: str, role: str) -> list[str]:
        """The departments of a measure in one role, in the order printed."""
        rows = (row for row in self.rows("measure_departments", "measure", measure) if row["role"] == role)
        return [row["department"] for row in sorted(rows, key=lambda row: int(row["position"]))]

    def terms_of(self, measure: str) -> frozenset[str]:
        """The terms of the glossary that the Chinese title or text of a measure names."""
        row = self.printed("measures", measure)
        return frozenset(term for part in (row["title"], row["text"]) for term, _, _ in self.terms.find(part))

    def line(self, offset: int) -> int:
        """The line of the source, from 1, that holds a code point."""
        return bisect_right(self.line_starts, offset)

    def lines(self, row: Row) -> str:
        """The lines of a row's range of the source: 第 54 行 or 第 54–56 行."""
        start, end = span(row)
        first, last = self.line(start), self.line(end - 1)
        if first == last:
            return self.text._("第 {line} 行", line=first)
        return self.text._("第 {first}–{last} 行", first=first, last=last)


def labels(package: Package, language: str, resource: str, column: str) -> dict[str, str]:
    """Value → label of a closed vocabulary in a language; raises KeyError where it has none."""
    for declared in fields(resource_of(package.descriptor, resource)):
        if declared["name"] == column:
            return {category["value"]: category[twin(language, "label")] for category in declared["categories"]}
    raise KeyError(f"{resource}.{column}")


def site_of(package: Package, settings: Settings, text: Texts, cache: Path) -> Site:
    """A package joined for the language of `text`; raises PackageError where it does not say what it was read from."""
    tables, named = localised(package.tables, text.language), partial(labels, package, text.language)
    province = province_of(tables["targets"], text)
    looked_up = {
        (resource, column): grouped(tables[resource], column)
        for resource, columns in LOOKED_UP.items()
        for column in columns
    }
    figures = figures_of(tables, text, named("city_targets", "quantity"), province)
    keys = {"chapters": "chapter", "measures": "measure", "departments": "department", "indicators": "indicator"}
    keys |= {"cities": "city", "terms": "term", "targets": "target"}
    notes = {row["indicator"]: text.clauses(figures.notes(row["indicator"])) for row in tables["indicators"]}
    names = {row["indicator"]: row["name"] for row in tables["indicators"]}
    lengths = (len(line) + 1 for line in package.text.split("\n"))
    return Site(
        package=package,
        settings=settings,
        text=text,
        cache=cache,
        document=document_of(package),
        links=links_of(tables, text),
        province=province,
        figures=figures,
        national=national_of(tables["national_targets"], names, province, text),
        checks=checks_of(
            text, looked_up["reconciliation", "indicator"], named("reconciliation", "check"), notes, package.text
        ),
        terms=Terms({row["name"]: row["term"] for row in package.tables["terms"]}),
        told_terms=Terms({bare_name(row["name"]): row["term"] for row in tables["terms"]}),
        tables=tables,
        keyed={resource: by(tables[resource], key) for resource, key in keys.items()},
        looked_up=looked_up,
        chinese={resource: by(package.tables[resource], key) for resource, key in keys.items()},
        line_starts=tuple(accumulate(lengths, initial=0)),
    )
