"""The national plan's figures, each bound to its words as targets are: the one table that is not read from the plan."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.compact_text import CompactText, compact
from scripts.extract.etc.entries import Entry
from scripts.extract.rows import Row
from scripts.extract.rows.locate import locate, locate_number
from scripts.extract.rows.target_rows import READ, check_value
from scripts.findings import Finding
from scripts.target_parsing import parse_target, parse_years

COPIED = ("indicator", "change", "comparator", "value", "unit", "baseline_year", "target_year")


def national_rows(documents: Iterable[Entry], entries: Iterable[Entry]) -> tuple[list[Row], list[Finding]]:
    """Rows of `national_targets` in file order; a figure that its words do not carry is a finding."""
    document, *others = documents
    findings = [other.finding("yaml-shape", "document 应恰有一个条目", "请只留一个") for other in others]
    text = compact(document["text"])
    taken: set[int] = set()
    for entry in entries:
        findings += check_entry(entry, text, taken)
    about = {key: document[key] for key in ("document", "url")}
    return [{key: entry[key] for key in COPIED} | about | {"quote": entry["quote"]} for entry in entries], findings


def check_entry(entry: Entry, text: CompactText, taken: set[int]) -> list[Finding]:
    """What the words of one figure do not say as the entry has it; `taken` holds the places of the others' numbers."""
    start, findings = locate(entry, entry["quote"], text, "国家方案的原话里")
    if start is None:
        return findings
    number, findings = locate_number(entry, text, start)
    if number is None:
        return findings
    if number.start() in taken:
        problem = f"{entry['indicator']} 的数已是另一条的数"
        return [entry.finding("quote-token", problem, "token 应为引文中第几个数字（年份也算）")]
    taken.add(number.start())
    findings = list(check_value(entry, parse_target(text.text, number), number[0]))
    year, _ = parse_years(text.text, start, start + len(entry["quote"]))
    if entry["target_year"] != year:
        problem = f"{entry['indicator']} 的年份写作“{entry['target_year']}”，原话读作“{year}”"
        findings.append(entry.finding("target-year", problem, READ))
    return findings
