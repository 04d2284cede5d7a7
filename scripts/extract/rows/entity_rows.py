"""Rows of what has a name: cities, departments, indicators, terms, and how else each is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scripts.extract.etc.entries import Entry
from scripts.extract.plan.source import Source
from scripts.extract.rows import Row
from scripts.findings import Finding

CITY = ("city", "name", "name_en", "gbt2260")
DEPARTMENT = ("department", "name", "full_name", "name_en", "kind")
INDICATOR = ("indicator", "name", "name_en", "symbol", "unit", "annex", "description")
UNIT = ("unit", "unit_en", "symbol")
TERM = ("term", "name", "name_en", "definition", "basis")
ALIAS = ("entity_type", "entity", "alias", "kind", "basis")


def plain_rows(entries: Iterable[Entry], columns: tuple[str, ...]) -> list[Row]:
    """The chosen columns of hand-kept entries, in file order."""
    return [{column: entry[column] for column in columns} for entry in entries]


def city_rows(entries: Iterable[Entry]) -> list[Row]:
    """Rows of `cities`; `position` is where every annex prints the city, which is the order of etc/cities.yml."""
    rows = plain_rows(entries, CITY)
    return [row | {"position": str(position)} for position, row in enumerate(rows, start=1)]


def term_rows(entries: Iterable[Entry], source: Source) -> tuple[list[Row], list[Finding]]:
    """Rows of `terms`; each term must be a word of the plan."""
    entries = list(entries)
    findings = [
        entry.finding("term-unused", f"原文没有“{entry['name']}”", "请用原文的写法，或删去此条")
        for entry in entries
        if entry["name"] not in source.compact.text
    ]
    return plain_rows(entries, TERM), findings


def alias_rows(entries: Iterable[Entry], known: Mapping[str, Mapping[str, str]]) -> tuple[list[Row], list[Finding]]:
    """Rows of `aliases`; `known` maps entity type → entity → name as printed."""
    entries = list(entries)
    findings = []
    for entry in entries:
        names = known.get(entry["entity_type"], {})
        if entry["entity"] not in names:
            problem = f"没有 {entry['entity_type']} “{entry['entity']}”"
            findings.append(entry.finding("alias-entity", problem, "请改正 entity_type 或 entity"))
        elif names[entry["entity"]] == entry["alias"]:
            problem = f"“{entry['alias']}”就是本名"
            findings.append(entry.finding("alias-name", problem, "请删去此条"))
    return plain_rows(entries, ALIAS), findings
