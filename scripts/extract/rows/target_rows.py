"""Targets as people read them, each bound to its words and refused where the words do not carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.extract.etc.entries import Entry
from scripts.extract.plan.measures import Measure
from scripts.extract.rows import Row, source_range
from scripts.extract.rows.locate import locate, locate_number
from scripts.findings import Finding
from scripts.target_parsing import NUMBER, ZERO_GROWTH, ZERO_GROWTH_TARGET, ParsedTarget, parse_target, parse_years

IDENTIFIER = re.compile(r"([1-9][0-9]*)\.([1-9][0-9]*)")
KINDS = ("numeric", "deadline")
READ = "先核对 token 是不是引文中的第几个数字（年份也算），再照原话改正；规则见 docs/rules.md"
NUMERIC_KEYS = ("token", "change", "comparator", "value", "unit", "baseline_year", "indicator")
COPIED = (
    *("kind", "indicator", "name", "scope", "change", "comparator", "value", "unit"),
    *("baseline_year", "target_year", "year_basis"),
)


@dataclass(frozen=True)
class BoundTarget:
    """An entry with its words: its quote is at `start` of the measure, its number at `number_start` if it has one."""

    entry: Entry
    measure: Measure
    start: int
    number_start: int | None

    @property
    def end(self) -> int:
        """Where the quote ends in the measure."""
        return self.start + len(self.entry["quote"])


def check_value(entry: Entry, read: ParsedTarget, token: str) -> Iterator[Finding]:
    """Value, unit, comparator, change and base year must be what the words say."""
    wanted = (
        ("value", "target-value", token),
        ("unit", "target-unit", read.unit),
        ("comparator", "target-comparator", read.comparator),
        ("change", "target-change", read.change),
        ("baseline_year", "target-baseline-year", read.baseline_year),
    )
    for key, rule, value in wanted:
        if entry[key] != value:
            problem = f"{entry['target'] or entry['indicator']} 的 {key} 写作“{entry[key]}”，原话读作“{value}”"
            yield entry.finding(rule, problem, READ)


def check_year_and_scope(bound: BoundTarget) -> Iterator[Finding]:
    """Year and scope must stand in the words of the measure."""
    entry, measure = bound.entry, bound.measure
    year, basis = parse_years(measure.whole.text, bound.start, bound.end)
    stated = (entry["target_year"], entry["year_basis"])
    if stated not in {(year, basis), ("", "")} or (stated == ("", "") and basis == "stated"):
        problem = f"{entry['target']} 的年份写作“{'、'.join(stated)}”，原话读作“{year}、{basis}”"
        yield entry.finding("target-year", problem, READ)
    if entry["scope"] not in measure.whole.text:
        problem = f"{entry['target']} 的对象“{entry['scope']}”不在第 {measure.number} 条里"
        yield entry.finding("target-scope", problem, "scope 应为该条所印的词语")


def bind_number(entry: Entry, measure: Measure, start: int) -> tuple[int | None, list[Finding]]:
    """(place of the number in the measure, findings) of a numeric target; 零增长 is the one number in words."""
    if not entry["token"]:
        findings = list(check_value(entry, ZERO_GROWTH_TARGET, "0"))
        if ZERO_GROWTH not in entry["quote"]:
            problem = f"{entry['target']} 没有 token，引文也不含“{ZERO_GROWTH}”"
            findings.append(entry.finding("quote-token", problem, "请写明 token"))
        return None, findings
    token, findings = locate_number(entry, measure.whole, start)
    if token is None:
        return None, findings
    return token.start(), list(check_value(entry, parse_target(measure.whole.text, token), token[0]))


def check_deadline(entry: Entry) -> Iterator[Finding]:
    """A deadline has a year and nothing that belongs to a number."""
    extra = [key for key in NUMERIC_KEYS if entry[key]]
    if extra or not entry["target_year"]:
        problem = f"{entry['target']} 是期限目标，应有年份且没有 {'、'.join(extra) or '数值'}"
        yield entry.finding("target-kind", problem, READ)


def bind(entry: Entry, measures: Mapping[str, Measure]) -> tuple[BoundTarget | None, list[Finding]]:
    """`entry` bound to its words in its measure, or None with the reasons."""
    match = IDENTIFIER.fullmatch(entry["target"])
    if not match or match[1] not in measures:
        fix = "编号应为“条号.序号”，条号须存在"
        return None, [entry.finding("target-id", f"目标编号“{entry['target']}”有误", fix)]
    if entry["kind"] not in KINDS:
        return None, [entry.finding("target-kind", f"不认识的 kind“{entry['kind']}”", "numeric 或 deadline")]
    measure = measures[match[1]]
    start, findings = locate(entry, entry["quote"], measure.whole, f"第 {measure.number} 条")
    if start is None:
        return None, findings
    number_start = None
    if entry["kind"] == "numeric":
        number_start, findings = bind_number(entry, measure, start)
    else:
        findings = list(check_deadline(entry))
    bound = BoundTarget(entry, measure, start, number_start)
    return bound, findings + list(check_year_and_scope(bound))


def bind_targets(
    entries: tuple[Entry, ...], measures: Mapping[str, Measure]
) -> tuple[list[BoundTarget], list[Finding]]:
    """All targets, in the order of etc/targets.yml, which is the order of their numbers."""
    targets: list[BoundTarget] = []
    findings: list[Finding] = []
    for entry in entries:
        bound, found = bind(entry, measures)
        findings += found
        targets += [bound] if bound else []
    order = [tuple(int(part) for part in bound.entry["target"].split(".")) for bound in targets]
    for before, after, bound in zip(order, order[1:], targets[1:], strict=False):
        if after < before:
            problem = f"{bound.entry['target']} 排在更大的编号之后"
            findings.append(bound.entry.finding("target-order", problem, "请按编号排列"))
    return targets, findings


def number_position(bound: BoundTarget) -> str:
    """`3`: the claimed number is the third of its measure; empty without a number."""
    if bound.number_start is None:
        return ""
    starts = [match.start() for match in NUMBER.finditer(bound.measure.whole.text)]
    return str(starts.index(bound.number_start) + 1)


def target_row(bound: BoundTarget) -> Row:
    """The row of `targets`."""
    entry, measure, number = bound.entry, bound.measure, number_position(bound)
    return {
        "target": entry["target"],
        "measure": str(measure.number),
        **{key: entry[key] for key in COPIED},
        "number": f"{measure.number}.{number}" if number else "",
        "quote": entry["quote"],
        "position": entry["target"].partition(".")[2],
        "number_position": number,
        **source_range(measure.whole.span(bound.start, bound.end)),
    }
