"""The province beside the nation in a sentence, from a row of `targets` and one of `national_targets`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from scripts.package import Row
from scripts.site.text.target_text import change_words
from scripts.site.text.texts import N_, Texts

#: (an indicator's name, what item 2 sets for the province, what the national plan sets for the nation)
Pair = tuple[str, Row, Row]

#: What makes two figures one thing, which can be subtracted.
ALIKE = ("change", "comparator", "unit", "baseline_year", "target_year")
DECREASE = {"change": "decrease", "comparator": "=", "unit": "%"}
#: the sign of province − nation → both in a sentence
TOLD = {
    1: N_("到 {year} 年，{name}全省要比 {baseline} 年下降 {own}，比全国的 {nation} 多 {gap}。"),
    0: N_("到 {year} 年，{name}全省和全国都要比 {baseline} 年下降 {own}。"),
    -1: N_("到 {year} 年，{name}全省要比 {baseline} 年下降 {own}，比全国的 {nation} 少 {gap}。"),
}
APART = N_("{name}：全省到 {own_year} 年{own}，全国到 {nation_year} 年{nation}；说的不是同样的事，不能相减。")
#: the same as points of one sentence
POINTS = {
    1: N_("{name}多 {gap}（{own}，全国 {nation}）"),
    0: N_("{name}相同（{own}）"),
    -1: N_("{name}少 {gap}（{own}，全国 {nation}）"),
}
TOGETHER = N_("到 {year} 年比 {baseline} 年下降的比例，全省与全国相比：{told}。")
#: indicator → why nothing of the nation stands beside it
ABSENT = {"energy_increment": N_("所引的国家方案原话定了全国能源消费的总量，没有定增量，所以没有全国的数可比。")}
UNKNOWN = N_("所引的国家方案原话没有{name}的下降比例，所以没有全国的数可比。")
UNSET = N_("方案第二条没有给{name}定下降比例，所以没有全省的数可同全国的比。")


def alike(own: Row, nation: Row) -> bool:
    """Are both a decrease in per cent against the same year until the same year?"""
    return DECREASE.items() <= own.items() and all(own[column] == nation[column] for column in ALIKE)


def beside(text: Texts, pair: Pair) -> str:
    """The province's decrease beside the nation's, with the difference in percentage points."""
    name, own, nation = pair
    if not alike(own, nation):
        return text._(
            APART,
            name=name,
            own=change_words(text, own),
            own_year=own["target_year"],
            nation=change_words(text, nation),
            nation_year=nation["target_year"],
        )
    years = {"year": own["target_year"], "baseline": own["baseline_year"]}
    return text._(TOLD[sign(own, nation)], name=name, **years, **figures(text, own, nation))


def together(text: Texts, pairs: Iterable[Pair]) -> list[str]:
    """All indicators in one sentence for each pair of years, and a sentence of its own for what can't be subtracted."""
    points: dict[tuple[str, str], list[str]] = {}
    apart = []
    for name, own, nation in pairs:
        if alike(own, nation):
            told = text._(POINTS[sign(own, nation)], name=name, **figures(text, own, nation))
            points.setdefault((own["target_year"], own["baseline_year"]), []).append(told)
        else:
            apart.append(beside(text, (name, own, nation)))
    joined = [
        text._(TOGETHER, year=year, baseline=baseline, told=text.points(told))
        for (year, baseline), told in points.items()
    ]
    return [*joined, *apart]


def absent(text: Texts, indicator: str, name: str, nation: Row | None) -> str:
    """Why an indicator of the province has nothing beside it: neither sets a decrease, or item 2 alone sets none."""
    message = ABSENT.get(indicator, UNKNOWN) if nation is None else UNSET
    return text._(message, name=name)


def sign(own: Row, nation: Row) -> int:
    """1 where the province is to reduce more than the nation."""
    gap = Decimal(own["value"]) - Decimal(nation["value"])
    return (gap > 0) - (gap < 0)


def figures(text: Texts, own: Row, nation: Row) -> dict[str, str]:
    """Both percentages, and how far apart they are in percentage points."""
    gap = abs(Decimal(own["value"]) - Decimal(nation["value"]))
    return {
        "own": text.quantity(own["value"], "%"),
        "nation": text.quantity(nation["value"], "%"),
        "gap": text.quantity(format(gap.normalize(), "f"), "百分点"),
    }
