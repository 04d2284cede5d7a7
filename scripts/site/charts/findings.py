"""What a chart shows, in a sentence worked out from the figures and said before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scripts.site.model.figures import QUANTITIES, CityFigure, percent, ranked, total
from scripts.site.model.province import ProvinceTarget
from scripts.site.text.texts import N_, Texts

#: How many of the largest are named together.
LEADING = 3
#: (how a city's figure compares with the province's, is it every city's) → the indicators of which that is so
SIDES = {
    ("higher", False): N_("{names}高于全省"),
    ("equal", False): N_("{names}与全省相同"),
    ("lower", False): N_("{names}低于全省"),
    ("higher", True): N_("{names}各市相同，都高于全省"),
    ("equal", True): N_("{names}各市相同，都等于全省"),
    ("lower", True): N_("{names}各市相同，都低于全省"),
    ("other_scope", False): N_("{names}与全省口径不同，不能直接比"),
    ("other_scope", True): N_("{names}各市相同，与全省口径不同，不能直接比"),
}


def concentration(text: Texts, figures: Iterable[CityFigure]) -> str:
    """How much of the sum the largest hold: 沈阳最多，占…；前三位（…）合计占…; equal ones are in no order."""
    order = ranked(figures)
    first, most = order[0], [figure for figure in order if figure.number == order[0].number]
    leading = [figure for figure in order if figure.number >= order[min(LEADING, len(order)) - 1].number]
    if len(most) == len(order) > 1:
        return text.ngettext("{n} 个市相同，各占总和的 {share}%。", len(order), share=first.share)
    places = {
        "first": text.listed(figure.name for figure in most),
        "count": len(order),
        "share": first.share,
        "leading": len(leading),
        "names": text.listed(figure.name for figure in leading),
        "shared": percent(total(leading), total(order)),
    }
    if len(most) > 1:
        return text._(
            "{first}同为最多，各占 {count} 个市之和的 {share}%；前 {leading} 位（{names}）合计占 {shared}%。", **places
        )
    return text._("{first}最多，占 {count} 个市之和的 {share}%；前 {leading} 位（{names}）合计占 {shared}%。", **places)


def spread(text: Texts, figures: Sequence[CityFigure], most: int = LEADING) -> str:
    """How percentages are spread over the cities: 14 个市都是 8.8%; 沈阳 18%，10 个市 13.4%.

    `most`: so many that share a percentage are named.
    """
    shown = {figure.number: figure.amount for figure in figures}
    if len(shown) == 1:
        return text.ngettext("{n} 个市都是 {amount}", len(figures), amount=figures[0].amount)
    counts = Counter(figure.number for figure in figures)
    parts = []
    for value in sorted(counts, reverse=True):
        names = [figure.name for figure in figures if figure.number == value]
        if len(names) <= most:
            parts.append(text._("{names} {amount}", names=text.listed(names), amount=shown[value]))
        else:
            parts.append(text.ngettext("{n} 个市 {amount}", len(names), amount=shown[value]))
    return text.points(parts)


def side(figure: CityFigure, province: ProvinceTarget) -> str:
    """How a city's figure compares with the province's: not at all where the annex's own leave something out."""
    if not figure.same_scope:
        return "other_scope"
    if figure.number == province.number:
        return "equal"
    return "higher" if figure.number > province.number else "lower"


def against(text: Texts, compared: Iterable[tuple[str, CityFigure, ProvinceTarget]]) -> str:
    """Names grouped by how the city's figure compares with the province's and by whether it is every city's."""
    sides: dict[tuple[str, bool], list[str]] = {key: [] for key in SIDES}
    for name, figure, province in compared:
        sides[side(figure, province), figure.rank.ties == figure.rank.count > 1].append(name)
    return text.clauses(text._(SIDES[key], names=text.listed(names)) for key, names in sides.items() if names)


def standing(text: Texts, figures: Iterable[tuple[str, CityFigure]]) -> str:
    """Names by quantity and by place in it, the foremost first: 2015 年排放量：化学需氧量、氨氮第 1，二氧化硫第 2."""
    shared: dict[str, dict[tuple[int, str], list[str]]] = {}
    for name, figure in sorted(figures, key=lambda named: QUANTITIES.index(named[1].quantity)):
        places = shared.setdefault(figure.label, {})
        places.setdefault((figure.rank.place, figure.rank.short), []).append(name)
    return text.clauses(
        text._("{quantity}：{places}", quantity=label, places=placed(text, places)) for label, places in shared.items()
    )


def placed(text: Texts, places: Mapping[tuple[int, str], list[str]]) -> str:
    """Names by their place in one quantity, the foremost first."""
    return text.points(
        text._("{names}{rank}", names=text.listed(names), rank=short) for (_, short), names in sorted(places.items())
    )
