"""Unit, comparator, change and years of a target are what the words around its number say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.compact_text import CompactText, compact
from scripts.findings import Finding
from scripts.package import Package, Row
from scripts.target_parsing import NUMBER, ZERO_GROWTH, ZERO_GROWTH_TARGET, ParsedTarget, parse_target, parse_years


def target_at(words: CompactText, number: Row | None) -> ParsedTarget | None:
    """What the words around a number say; 零增长 has none."""
    if number is None:
        return ZERO_GROWTH_TARGET if ZERO_GROWTH in words.text else None
    place = int(number["source_start"])
    tokens = (match for match in NUMBER.finditer(words.text) if words.offsets[match.start()] == place)
    return next((parse_target(words.text, token) for token in tokens), None)


def problems_of(row: Row, words: CompactText, number: Row | None) -> Iterator[str]:
    """What a target says otherwise than `words`, the text of its measure."""
    if row["kind"] == "numeric":
        read = target_at(words, number)
        if read != ParsedTarget(row["unit"], row["comparator"], row["change"], row["baseline_year"]):
            yield f"{row['target']} 与原话不符：原话读作 {read or '不出'}"
    start, end = (bisect_left(words.offsets, int(row[key])) for key in ("source_start", "source_end"))
    year, basis = parse_years(words.text, start, end)
    stated = (row["target_year"], row["year_basis"])
    unstated = stated == ("", "") and basis != "stated"
    if row["quote"] not in words.text or (stated != (year, basis) and not unstated):
        yield f"{row['target']} 的年份与原话不符：原话读作 {year}、{basis}"
    if row["scope"] not in words.text:
        yield f"{row['target']} 的对象“{row['scope']}”不在该条里"


def check(package: Package) -> Iterator[Finding]:
    """Rule `target-words`: the table of datapackage/README.md, from printed words to comparator and change."""
    measures: dict[str, CompactText] = {}
    for row in package.tables["measures"]:
        start, end = int(row["source_start"]), int(row["source_end"])
        measures[row["measure"]] = compact(package.text[start:end], start)
    numbers = {row["number"]: row for row in package.tables["numbers"]}
    for line, row in numbered(package, "targets"):
        for problem in problems_of(row, measures[row["measure"]], numbers.get(row["number"])):
            yield at(package, "targets", line, "target-words", problem)
