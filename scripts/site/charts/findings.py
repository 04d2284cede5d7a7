"""What a chart shows, in a sentence worked out from the figures and said before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from scripts.site.model.figures import CityFigure, Rank, percent, ranked, total
from scripts.site.text.texts import N_, Texts

#: How many of the largest are named together.
LEADING = 3
#: a tick of a scale in words, as an expression of Vega: 120000 is read as 12 万
TICKS = N_("datum.value < 10000 ? datum.value + '' : datum.value / 10000 + ' 万'")
#: how a figure compares with the province's → the indicators of which that is so
SIDES = {1: N_("{names}高于全省"), 0: N_("{names}与全省相同"), -1: N_("{names}低于全省")}


def concentration(text: Texts, figures: Iterable[CityFigure]) -> str:
    """How much of the sum the largest hold: 沈阳最多，占…；前三位（…）合计占…。"""
    order = ranked(figures)
    leading = order[:LEADING]
    return text._(
        "{first}最多，占 {count} 个市之和的 {share}%；前 {leading} 位（{names}）合计占 {shared}%。",
        first=order[0].name,
        count=len(order),
        share=order[0].share,
        leading=len(leading),
        names=text.listed(figure.name for figure in leading),
        shared=percent(total(leading), total(order)),
    )


def spread(text: Texts, figures: Sequence[CityFigure]) -> str:
    """How percentages are spread over the cities: 14 个市都是 8.8%; 沈阳 18%，10 个市 13.4%."""
    shown = {figure.number: figure.amount for figure in figures}
    if len(shown) == 1:
        return text.ngettext("{n} 个市都是 {amount}", len(figures), amount=figures[0].amount)
    counts = Counter(figure.number for figure in figures)
    parts = []
    for value in sorted(counts, reverse=True):
        names = [figure.name for figure in figures if figure.number == value]
        if len(names) <= LEADING:
            parts.append(text._("{names} {amount}", names=text.listed(names), amount=shown[value]))
        else:
            parts.append(text.ngettext("{n} 个市 {amount}", len(names), amount=shown[value]))
    return text.points(parts)


def against(text: Texts, pairs: Iterable[tuple[str, Decimal, Decimal]]) -> str:
    """Names grouped by how the first figure of each compares with the second, the province's."""
    sides: dict[int, list[str]] = {side: [] for side in SIDES}
    for name, own, province in pairs:
        sides[(own > province) - (own < province)].append(name)
    return text.points(text._(SIDES[side], names=text.listed(names)) for side, names in sides.items() if names)


def standing(text: Texts, places: Iterable[tuple[str, Rank]]) -> str:
    """Names by their place, the foremost first: 化学需氧量、氨氮第 1，能耗强度并列第 5."""
    shared: dict[tuple[int, str], list[str]] = {}
    for name, rank in places:
        shared.setdefault((rank.place, rank.short), []).append(name)
    return text.points(
        text._("{names}{rank}", names=text.listed(names), rank=short) for (_, short), names in sorted(shared.items())
    )
