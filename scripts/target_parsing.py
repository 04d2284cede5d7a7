"""The target that the words around a number state, by the table of datapackage/README.md.

The target in etc/ says how a person read the words; this module reads them once more, and a target on
which the two disagree is refused.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: unit → how it is printed, longest first, so that 万吨标准煤 is never read as 万吨
UNITS = (
    ("万吨标准煤", "万吨标准煤"),
    ("百分点", "个百分点"),
    ("万吨", "万吨"),
    ("吨", "吨"),
    ("个", "个"),
    ("%", "%"),
)
LIST = r"(?:、[0-9]+(?:\.[0-9]+)?{unit})*"
CLOSING = {"以内": "<=", "以下": "<=", "以上": ">=", "左右": "~"}
CHANGE = re.compile(r"比([0-9]{4})年(?:分别)?(下降|提高)(?:[0-9.]+(?:%|个百分点)[、和])*$")
VERBS = {"下降": "decrease", "提高": "increase"}
YEAR = re.compile(r"到([0-9]{4})年")


@dataclass(frozen=True)
class ParsedTarget:
    """What the words state; empty text where they say nothing."""

    unit: str
    comparator: str
    change: str
    baseline_year: str

    def __str__(self) -> str:
        return "、".join(f"“{value}”" for value in astuple(self))


#: the one target without a figure, and what it states
ZERO_GROWTH = "零增长"
ZERO_GROWTH_TARGET = ParsedTarget("%", "<=", "increase", "")


def parse_unit(text: str, end: int) -> tuple[str, str]:
    """(unit, as printed) right after the number that ends at `end`, or the shared unit of its 、 list."""
    tail = re.match(r"(?:、[0-9]+(?:\.[0-9]+)?)*", text[end : end + 200])
    start = end + (tail.end() if tail else 0)
    return next(((unit, printed) for unit, printed in UNITS if text.startswith(printed, start)), ("", ""))


def parse_target(text: str, token: re.Match[str]) -> ParsedTarget:
    """What the words before and after `token` state (the table of datapackage/README.md)."""
    unit, printed = parse_unit(text, token.end())
    rest = text[token.end() :].removeprefix(printed)
    listed = re.match(LIST.format(unit=re.escape(printed)), rest)
    closing = rest[listed.end() : listed.end() + 2] if listed else ""
    before = text[max(0, token.start() - 200) : token.start()]
    if match := CHANGE.search(before):
        return ParsedTarget(unit, CLOSING.get(closing, "="), VERBS[match[2]], match[1])
    if before.endswith("不低于"):
        return ParsedTarget(unit, ">=", "level", "")
    return ParsedTarget(unit, CLOSING.get(closing, "="), "level", "")


def parse_years(text: str, start: int, end: int) -> tuple[str, str]:
    """(target year, basis) of `text[start:end]`: `stated` there, else `carried` from the nearest 到…年 before."""
    if stated := YEAR.search(text, start, end):
        return stated[1], "stated"
    carried = list(YEAR.finditer(text, 0, start))
    return (carried[-1][1], "carried") if carried else ("", "")
