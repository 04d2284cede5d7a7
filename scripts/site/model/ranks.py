"""The place of one figure among those of all cities, ties said as such."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Rank:
    """Place among the cities, the largest figure first; `ties`: how many share it, this one among them.

    `short`: 第 2, 同为最高, 并列第 2, 同为最低, 各市相同; `words`: with the number of those that share it.
    """

    place: int
    ties: int
    count: int
    short: str
    words: str


def rank(text: Texts, value: Decimal, values: list[Decimal]) -> Rank:
    """The place of `value` among `values`, which hold it."""
    place, ties, count = 1 + sum(other > value for other in values), values.count(value), len(values)
    if ties == count > 1:
        return Rank(place, ties, count, text._("各市相同"), text.ngettext("{n} 个市相同", count))
    if ties > 1 and place == 1:
        return Rank(place, ties, count, text._("同为最高"), text.ngettext("同为最高（{n} 个市）", ties))
    if ties > 1 and place + ties > count:
        return Rank(place, ties, count, text._("同为最低"), text.ngettext("同为最低（{n} 个市）", ties))
    if ties > 1:
        short = text._("并列第 {place}", place=place)
        return Rank(place, ties, count, short, text.ngettext("并列第 {place}（{n} 个市）", ties, place=place))
    alone = text._("第 {place}", place=place)
    return Rank(place, ties, count, alone, alone)
