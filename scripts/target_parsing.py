"""What the words around a number commit to: unit, comparator, change and years, by the contract's table.

The curated target says how a person read the words; this module reads them once more, and a target on
which the two disagree is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
CHANGE = re.compile(r"比([0-9]{4})年(?:分别)?(下降|提高)(?:[0-9.]+(?:%|个百分点)、)*$")
VERBS = {"下降": "decrease", "提高": "increase"}
YEAR = re.compile(r"到([0-9]{4})年")
ZERO_GROWTH = "零增长"


@dataclass(frozen=True)
class Wording:
    """What the words carry; empty text where they say nothing."""

    unit: str
    comparator: str
    change: str
    baseline_year: str


def unit_after(text: str, end: int) -> tuple[str, str]:
    """(unit, as printed) right after the number that ends at `end`, or the shared unit of its 、 list."""
    tail = re.match(r"(?:、[0-9]+(?:\.[0-9]+)?)*", text[end : end + 200])
    start = end + (tail.end() if tail else 0)
    return next(((unit, printed) for unit, printed in UNITS if text.startswith(printed, start)), ("", ""))


def words_of(text: str, token: re.Match[str]) -> Wording:
    """The commitment that the words before and after `token` make (the contract's table)."""
    unit, printed = unit_after(text, token.end())
    rest = text[token.end() :].removeprefix(printed)
    listed = re.match(LIST.format(unit=re.escape(printed)), rest)
    closing = rest[listed.end() : listed.end() + 2] if listed else ""
    before = text[max(0, token.start() - 200) : token.start()]
    if match := CHANGE.search(before):
        return Wording(unit, CLOSING.get(closing, "="), VERBS[match[2]], match[1])
    if before.endswith("不低于"):
        return Wording(unit, ">=", "level", "")
    return Wording(unit, CLOSING.get(closing, "="), "level", "")


def years_of(text: str, start: int, end: int) -> tuple[str, str]:
    """(target year, basis) of `text[start:end]`: `stated` there, else `carried` from the nearest 到…年 before."""
    if stated := YEAR.search(text, start, end):
        return stated[1], "stated"
    carried = list(YEAR.finditer(text, 0, start))
    return (carried[-1][1], "carried") if carried else ("", "")
