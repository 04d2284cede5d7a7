"""Every Arabic number of the measures, classed: the proof that no figure of the text was overlooked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scripts.extract.etc.entries import Entry
from scripts.extract.plan.measures import Measure
from scripts.extract.plan.source import Source
from scripts.extract.rows import Row, source_range
from scripts.extract.rows.locate import locate, locate_number
from scripts.extract.rows.target_rows import BoundTarget
from scripts.findings import Finding
from scripts.target_parsing import NUMBER

Key = tuple[int, int]
CLASSES = ("threshold", "reference", "name")
PLAIN_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
PLAIN_YEAR_NOTE = "普通年份：四位数，后面跟“年”"


def is_plain_year(text: str, match: re.Match[str]) -> bool:
    """The stated rule for years: 19xx or 20xx right before 年."""
    return bool(PLAIN_YEAR.fullmatch(match[0])) and text.startswith("年", match.end())


def listed_numbers(entries: Iterable[Entry], measures: Mapping[str, Measure]) -> tuple[dict[Key, Entry], list[Finding]]:
    """The numbers that etc/numbers.yml explains: (measure, place in it) → entry."""
    listed: dict[Key, Entry] = {}
    findings: list[Finding] = []
    for entry in entries:
        measure = measures.get(entry["measure"])
        if measure is None or entry["class"] not in CLASSES:
            problem = f"第“{entry['measure']}”条不存在，或 class“{entry['class']}”不在 {'、'.join(CLASSES)} 之中"
            findings.append(entry.finding("number-entry", problem, "请改正 etc/numbers.yml"))
            continue
        start, found = locate(entry, entry["quote"], measure.whole, f"第 {measure.number} 条")
        findings += found
        if start is None:
            continue
        number, found = locate_number(entry, measure.whole, start)
        findings += found
        if number:
            key = (measure.number, number.start())
            if key in listed:
                findings.append(entry.finding("number-entry", "同一个数字列了两次", "请删去一条"))
            listed[key] = entry
    return listed, findings


def classify(
    measure: Measure, match: re.Match[str], claimed: set[Key], listed: Mapping[Key, Entry], source: Source
) -> tuple[str, str, list[Finding]]:
    """(class, note, findings) of one number; each number has exactly one reason to be what it is."""
    key = (measure.number, match.start())
    entry = listed.get(key)
    year = is_plain_year(measure.whole.text, match)
    if entry and (key in claimed or year):
        why = "已是目标的数" if key in claimed else "是普通年份"
        problem = f"第 {measure.number} 条的“{match[0]}”{why}，不必再列"
        return "", "", [entry.finding("number-exception", problem, "请从 etc/numbers.yml 删去")]
    if key in claimed:
        return "target", "", []
    if entry:
        return entry["class"], entry["note"], []
    if year:
        return "year", PLAIN_YEAR_NOTE, []
    problem = f"第 {measure.number} 条的数字“{match[0]}”既不是目标，也没有说明"
    fix = "是目标时写进 etc/targets.yml；不是时连同理由写进 etc/numbers.yml"
    return "", "", [source.finding(measure.whole.offsets[match.start()], "number-unclaimed", problem, fix)]


def number_rows(
    measures: Mapping[str, Measure], targets: Iterable[BoundTarget], entries: Iterable[Entry], source: Source
) -> tuple[list[Row], list[Finding]]:
    """Rows of `numbers` in the order of the text, and every number that nothing accounts for."""
    claimed = {(bound.measure.number, bound.number_start) for bound in targets if bound.number_start is not None}
    listed, findings = listed_numbers(entries, measures)
    rows = []
    for measure in measures.values():
        for order, match in enumerate(NUMBER.finditer(measure.whole.text), start=1):
            group, note, found = classify(measure, match, claimed, listed, source)
            findings += found
            rows.append(
                {
                    "number": f"{measure.number}.{order}",
                    "measure": str(measure.number),
                    "as_printed": match[0],
                    "class": group,
                    "note": note,
                    "position": str(order),
                    **source_range(measure.whole.span(match.start(), match.end())),
                }
            )
    return rows, findings
