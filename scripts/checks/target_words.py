"""Unit, comparator, change and years of a target are what the words around its number say."""

from __future__ import annotations

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
    token = next(tokens, None)
    return parse_target(words.text, token) if token else None


def check(package: Package) -> Iterator[Finding]:
    """Rule `target-words`: the contract's table from printed words to comparator and change."""
    measures: dict[str, CompactText] = {}
    for row in package.tables["measures"]:
        start, end = int(row["source_start"]), int(row["source_end"])
        measures[row["measure"]] = compact(package.text[start:end], start)
    numbers = {row["number"]: row for row in package.tables["numbers"]}
    for line, row in numbered(package, "targets"):
        words = measures[row["measure"]]
        if row["kind"] == "numeric":
            read = target_at(words, numbers.get(row["number"]))
            stated = ParsedTarget(row["unit"], row["comparator"], row["change"], row["baseline_year"])
            if read != stated:
                yield at(
                    package, "targets", line, "target-words", f"{row['target']} 与原话不符：原话读作 {read or '不出'}"
                )
        start = words.text.find(row["quote"])
        year, basis = parse_years(words.text, max(start, 0), max(start, 0) + len(row["quote"]))
        unstated = not row["target_year"] and not row["year_basis"] and basis != "stated"
        if start < 0 or ((row["target_year"], row["year_basis"]) != (year, basis) and not unstated):
            problem = f"{row['target']} 的年份与原话不符：原话读作 {year}、{basis}"
            yield at(package, "targets", line, "target-words", problem)
        if row["scope"] not in words.text:
            yield at(package, "targets", line, "target-words", f"{row['target']} 的对象“{row['scope']}”不在该条里")
