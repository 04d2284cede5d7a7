"""Every Arabic number of the items, classed: the proof that no figure of the text was overlooked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scripts.extract.curated import Entry
from scripts.extract.items import Item
from scripts.extract.locate import locate, token_in
from scripts.extract.source import Source
from scripts.extract.targets import Bound
from scripts.findings import Finding
from scripts.target_parsing import NUMBER

Row = dict[str, str]
Key = tuple[int, int]
CLASSES = ("threshold", "reference", "name")
PLAIN_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
PLAIN_YEAR_NOTE = "普通年份：四位数，后面跟“年”"


def is_plain_year(text: str, match: re.Match[str]) -> bool:
    """The stated rule for years: 19xx or 20xx right before 年."""
    return bool(PLAIN_YEAR.fullmatch(match[0])) and text.startswith("年", match.end())


def listed_numbers(entries: Iterable[Entry], items: Mapping[str, Item]) -> tuple[dict[Key, Entry], list[Finding]]:
    """The numbers that etc/numbers.yml explains: (item, place of the token in it) → entry."""
    listed: dict[Key, Entry] = {}
    findings: list[Finding] = []
    for entry in entries:
        item = items.get(entry["measure"])
        if item is None or entry["class"] not in CLASSES:
            problem = f"第“{entry['measure']}”条不存在，或 class“{entry['class']}”不在 {'、'.join(CLASSES)} 之中"
            findings.append(entry.finding("number-entry", problem, "请改正 etc/numbers.yml"))
            continue
        place, found = locate(entry, entry["quote"], item.whole, f"第 {item.number} 条")
        findings += found
        token, found = token_in(entry, place) if place else (None, [])
        findings += found
        if token:
            key = (item.number, token.start())
            if key in listed:
                findings.append(entry.finding("number-entry", "同一个数字列了两次", "请删去一条"))
            listed[key] = entry
    return listed, findings


def classify(
    item: Item, match: re.Match[str], claimed: set[Key], listed: Mapping[Key, Entry], source: Source
) -> tuple[str, str, list[Finding]]:
    """(class, note, findings) of one number; each number has exactly one reason to be what it is."""
    key = (item.number, match.start())
    entry = listed.get(key)
    year = is_plain_year(item.whole.text, match)
    if entry and (key in claimed or year):
        why = "已是目标的数" if key in claimed else "是普通年份"
        problem = f"第 {item.number} 条的“{match[0]}”{why}，不必再列"
        return "", "", [entry.finding("number-exception", problem, "请从 etc/numbers.yml 删去")]
    if key in claimed:
        return "target", "", []
    if entry:
        return entry["class"], entry["note"], []
    if year:
        return "year", PLAIN_YEAR_NOTE, []
    problem = f"第 {item.number} 条的数字“{match[0]}”既不是目标，也没有说明"
    fix = "是目标时写进 etc/targets.yml；不是时连同理由写进 etc/numbers.yml"
    return "", "", [source.finding(item.whole.offsets[match.start()], "number-unclaimed", problem, fix)]


def number_rows(
    items: Mapping[str, Item], bound: Iterable[Bound], entries: Iterable[Entry], source: Source
) -> tuple[list[Row], list[Finding]]:
    """Rows of `numbers` in the order of the text, and every number that nothing accounts for."""
    claimed = {(each.item.number, each.token_start) for each in bound if each.token_start >= 0}
    listed, findings = listed_numbers(entries, items)
    rows = []
    for item in items.values():
        for order, match in enumerate(NUMBER.finditer(item.whole.text), start=1):
            group, note, found = classify(item, match, claimed, listed, source)
            findings += found
            span = item.whole.span(match.start(), match.end())
            rows.append(
                {
                    "number": f"{item.number}.{order}",
                    "measure": str(item.number),
                    "as_printed": match[0],
                    "class": group,
                    "note": note,
                    "source_start": str(span.start),
                    "source_end": str(span.end),
                }
            )
    return rows, findings
