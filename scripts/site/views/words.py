"""Findings in sentences, worked out from the figures: what a chart shows, said before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from scripts.site import markup
from scripts.site.views.figures import CityFigure, Rank, percent, total

#: How many of the largest are named together.
LEADING = 3


def amount(figure: CityFigure) -> str:
    """A figure with its unit, as plain text: 241522.89 吨, 18%."""
    return plain(markup.quantity(figure.value, figure.unit))


def plain(words: Markup) -> str:
    """The text behind escaped words."""
    return words.unescape().replace("\u00a0", " ")


def listed(names: Iterable[str]) -> str:
    """Names one after the other: 沈阳、大连."""
    return "、".join(names)


def ranked(figures: Iterable[CityFigure]) -> list[CityFigure]:
    """The largest first; equal ones stay in the order in which the plan prints them."""
    return sorted(figures, key=lambda figure: -figure.number)


def concentration(figures: tuple[CityFigure, ...]) -> str:
    """How much of the sum the largest hold: 沈阳最多，占…；前三位（…）合计占…。"""
    order = ranked(figures)
    first, leading = order[0], order[:LEADING]
    shared = percent(total(leading), total(order))
    names = listed(figure.name for figure in leading)
    return (
        f"{first.name}最多，占 {len(order)} 个市之和的 {first.share}%；"
        f"前 {len(leading)} 位（{names}）合计占 {shared}%。"
    )


def spread(figures: tuple[CityFigure, ...]) -> str:
    """How percentages are spread over the cities: 14 个市都是 8.8%; 4 个市 16%，10 个市 15%."""
    counts = Counter(figure.number for figure in figures)
    shown = {figure.number: amount(figure) for figure in figures}
    if len(counts) == 1:
        return f"{len(figures)} 个市都是 {shown[figures[0].number]}"
    parts = []
    for value in sorted(counts, reverse=True):
        names = [figure.name for figure in figures if figure.number == value]
        parts.append(f"{listed(names) if len(names) <= LEADING else f'{len(names)} 个市'} {shown[value]}")
    return "，".join(parts)


def against(pairs: Iterable[tuple[str, Decimal, Decimal]]) -> str:
    """Names grouped by how the first figure of each compares with the second, the province's."""
    sides: dict[str, list[str]] = {"高于全省": [], "与全省相同": [], "低于全省": []}
    for name, own, province in pairs:
        key = "高于全省" if own > province else "低于全省" if own < province else "与全省相同"
        sides[key].append(name)
    return "，".join(f"{listed(names)}{side}" for side, names in sides.items() if names)


def standing(places: Iterable[tuple[str, Rank]]) -> str:
    """Names by their place, the foremost first: 化学需氧量、氨氮第 1，能耗强度并列第 5."""
    shared: dict[tuple[int, str], list[str]] = {}
    for name, rank in places:
        shared.setdefault((rank.place, rank.short), []).append(name)
    return "，".join(f"{listed(names)}{short}" for (_, short), names in sorted(shared.items()))
