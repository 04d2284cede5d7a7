"""Errata: words of the source that people found wrong, each bound to the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scripts.extract.etc.entries import Entry
from scripts.extract.plan.measures import Measure
from scripts.extract.plan.source import Source
from scripts.extract.rows import Row, source_range
from scripts.extract.rows.locate import locate
from scripts.findings import Finding

COPIED = ("erratum", "measure", "as_printed", "problem", "reading", "certainty")


def erratum_rows(
    entries: Iterable[Entry], measures: Mapping[str, Measure], source: Source
) -> tuple[list[Row], list[Finding]]:
    """Rows of `errata` in the order of the source; words that no longer stand there are a finding."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for entry in entries:
        measure = measures.get(entry["measure"])
        if entry["measure"] and measure is None:
            problem = f"第“{entry['measure']}”条不存在"
            findings.append(entry.finding("erratum-measure", problem, "请改正 measure，或留空"))
            continue
        within = measure.whole if measure else source.compact
        where = f"第 {measure.number} 条" if measure else "原文"
        start, found = locate(entry, entry["as_printed"], within, where)
        findings += found
        if start is not None:
            span = within.span(start, start + len(entry["as_printed"]))
            rows.append({key: entry[key] for key in COPIED} | source_range(span))
    return sorted(rows, key=lambda row: int(row["source_start"])), findings
