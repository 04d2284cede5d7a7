"""Targets: curated readings, each bound to its words and refused where the words do not carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.extract.curated import Entry
from scripts.extract.items import Item
from scripts.extract.locate import Place, locate, token_in
from scripts.findings import Finding
from scripts.target_parsing import NUMBER, ZERO_GROWTH, Wording, words_of, years_of

Row = dict[str, str]
IDENTIFIER = re.compile(r"([1-9][0-9]*)\.([1-9][0-9]*)")
KINDS = ("numeric", "deadline")
READ = "先核对 token 是不是引文中的第几个数字（年份也算），再照原话改正；规则见 docs/rules.md"
NUMERIC_KEYS = ("token", "change", "comparator", "value", "unit", "baseline_year", "indicator")


@dataclass(frozen=True)
class Bound:
    """A target with its words: `token_start` is the claimed number's place in the item, -1 without one."""

    entry: Entry
    item: Item
    place: Place
    token_start: int


def number_id(item: Item, token_start: int) -> str:
    """`5.3`: the number at `token_start` is the third of item 5; empty without a number."""
    if token_start < 0:
        return ""
    starts = [match.start() for match in NUMBER.finditer(item.whole.text)]
    return f"{item.number}.{starts.index(token_start) + 1}"


def check_value(entry: Entry, found: Wording, token: str) -> Iterator[Finding]:
    """Value, unit, comparator, change and base year must be what the words say."""
    rules = {
        "value": "target-value",
        "unit": "target-unit",
        "comparator": "target-comparator",
        "change": "target-change",
        "baseline_year": "target-baseline-year",
    }
    wanted = {
        "value": token,
        "unit": found.unit,
        "comparator": found.comparator,
        "change": found.change,
        "baseline_year": found.baseline_year,
    }
    for key, value in wanted.items():
        if entry[key] != value:
            problem = f"{entry['target']} 的 {key} 写作“{entry[key]}”，原话读作“{value}”"
            yield entry.finding(rules[key], problem, READ)


def check_words(bound: Bound) -> Iterator[Finding]:
    """Year and scope must stand in the words of the item."""
    entry, item = bound.entry, bound.item
    year, basis = years_of(bound.place.within.text, bound.place.start, bound.place.end)
    stated = (entry["target_year"], entry["year_basis"])
    if stated not in {(year, basis), ("", "")} or (stated == ("", "") and basis == "stated"):
        problem = f"{entry['target']} 的年份写作“{'、'.join(stated)}”，原话读作“{year}、{basis}”"
        yield entry.finding("target-year", problem, READ)
    if entry["scope"] not in item.whole.text:
        problem = f"{entry['target']} 的对象“{entry['scope']}”不在第 {item.number} 条里"
        yield entry.finding("target-scope", problem, "scope 应为该条所印的词语")


def bind_number(entry: Entry, place: Place) -> tuple[int, list[Finding]]:
    """(place of the claimed number or -1, findings) of a numeric target."""
    text = place.within.text
    if not entry["token"]:
        zero = Wording("%", "<=", "increase", "")  # 零增长 is the one number in words
        missing = ZERO_GROWTH not in text[place.start : place.end]
        problem = f"{entry['target']} 没有 token，引文也不含“{ZERO_GROWTH}”"
        found = [entry.finding("quote-token", problem, "请写明 token")] if missing else []
        return -1, found + list(check_value(entry, zero, "0"))
    token, findings = token_in(entry, place)
    if token is None:
        return -1, findings
    return token.start(), list(check_value(entry, words_of(text, token), token[0]))


def bind(entry: Entry, items: Mapping[str, Item]) -> tuple[Bound | None, list[Finding]]:
    """`entry` bound to its words in its item, or None with the reasons."""
    match = IDENTIFIER.fullmatch(entry["target"])
    if not match or match[1] not in items:
        fix = "编号应为“条号.序号”，条号须存在"
        return None, [entry.finding("target-id", f"目标编号“{entry['target']}”有误", fix)]
    if entry["kind"] not in KINDS:
        return None, [entry.finding("target-kind", f"不认识的 kind“{entry['kind']}”", "numeric 或 deadline")]
    item = items[match[1]]
    place, findings = locate(entry, entry["quote"], item.whole, f"第 {item.number} 条")
    if place is None:
        return None, findings
    token_start = -1
    if entry["kind"] == "numeric":
        token_start, findings = bind_number(entry, place)
    else:
        extra = [key for key in NUMERIC_KEYS if entry[key]]
        if extra or not entry["target_year"]:
            problem = f"{entry['target']} 是期限目标，应有年份且没有 {'、'.join(extra) or '数值'}"
            findings = [entry.finding("target-kind", problem, READ)]
    bound = Bound(entry, item, place, token_start)
    return bound, findings + list(check_words(bound))


def bind_targets(entries: tuple[Entry, ...], items: Mapping[str, Item]) -> tuple[list[Bound], list[Finding]]:
    """All targets, in the order of etc/targets.yml, which is the order of their numbers."""
    bound: list[Bound] = []
    findings: list[Finding] = []
    for entry in entries:
        one, found = bind(entry, items)
        findings += found
        bound += [one] if one else []
    order = [tuple(int(part) for part in each.entry["target"].split(".")) for each in bound]
    for before, after, each in zip(order, order[1:], bound[1:], strict=False):
        if after < before:
            problem = f"{each.entry['target']} 排在更大的编号之后"
            findings.append(each.entry.finding("target-order", problem, "请按编号排列"))
    return bound, findings


def target_row(bound: Bound) -> Row:
    """The row of `targets`."""
    entry, span = bound.entry, bound.place.span
    keys = (
        *("kind", "indicator", "name", "scope", "change", "comparator", "value", "unit"),
        *("baseline_year", "target_year", "year_basis"),
    )
    return {
        "target": entry["target"],
        "measure": str(bound.item.number),
        **{key: entry[key] for key in keys},
        "number": number_id(bound.item, bound.token_start),
        "quote": entry["quote"],
        "source_start": str(span[0]),
        "source_end": str(span[1]),
    }
