"""Rows that people keep: cities, departments, indicators, errata, terms and aliases, held against the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scripts.extract.annexes import Annex
from scripts.extract.curated import Entry
from scripts.extract.items import Item
from scripts.extract.locate import locate
from scripts.extract.source import Source
from scripts.findings import Finding

Row = dict[str, str]

DEPARTMENT = ("department", "name", "full_name", "name_en", "kind")
INDICATOR = ("indicator", "name", "name_en", "symbol", "unit", "annex", "description")
TERM = ("term", "name", "name_en", "definition", "basis")
ALIAS = ("entity_type", "entity", "alias", "kind", "basis")


def plain_rows(entries: Iterable[Entry], columns: tuple[str, ...]) -> list[Row]:
    """The chosen columns of curated entries, in file order."""
    return [{column: entry[column] for column in columns} for entry in entries]


def city_rows(entries: Iterable[Entry], annexes: Iterable[Annex]) -> list[Row]:
    """Rows of `cities`; `position` is where the first annex prints the city."""
    first = next(iter(annexes), None)
    order = list(first.cities) if first else []
    rows = plain_rows(entries, ("city", "name", "name_en", "gbt2260"))
    return [row | {"position": str(order.index(row["city"]) + 1) if row["city"] in order else ""} for row in rows]


def erratum_rows(
    entries: Iterable[Entry], items: Mapping[str, Item], source: Source
) -> tuple[list[Row], list[Finding]]:
    """Rows of `errata` in the order of the source; words that no longer stand there are a finding."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for entry in entries:
        item = items.get(entry["measure"])
        if entry["measure"] and item is None:
            problem = f"第“{entry['measure']}”条不存在"
            findings.append(entry.finding("erratum-measure", problem, "请改正 measure，或留空"))
            continue
        within = item.whole if item else source.compact
        where = f"第 {item.number} 条" if item else "原文"
        place, found = locate(entry, entry["as_printed"], within, where)
        findings += found
        if place:
            span = place.span
            keys = ("erratum", "measure", "as_printed", "problem", "reading", "certainty")
            ends = {"source_start": str(span[0]), "source_end": str(span[1])}
            rows.append({key: entry[key] for key in keys} | ends)
    return sorted(rows, key=lambda row: int(row["source_start"])), findings


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
