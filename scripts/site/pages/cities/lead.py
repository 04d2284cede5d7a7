"""What a city has to do, in one sentence: the first thing that its page says."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.site.model.figures import COMMITMENTS, CityFigure
from scripts.site.text.reduction_text import projects_part
from scripts.site.text.texts import N_, Texts

#: how a commitment is told
TOLD = {"reduction_pct": N_("{indicator}下降 {amount}"), "increment_limit": N_("{indicator}不超过 {amount}")}
#: the same where the indicator is named beside it
PROMISES = {"reduction_pct": N_("下降 {amount}"), "increment_limit": N_("不超过 {amount}")}

#: an indicator's name and the city's figures of it
Named = tuple[str, Iterable[CityFigure]]


def lead(text: Texts, city: str, indicators: Iterable[Named]) -> str:
    """The tonnes to cut with the key projects' part, and what binds the use of energy; empty without any of it."""
    cuts: dict[str, list[str]] = {}
    others: list[str] = []
    for name, figures in indicators:
        own = {figure.quantity: figure for figure in figures}
        if required := own.get("required_reduction"):
            cuts.setdefault(required.note, []).append(cut(text, name, required, own["key_project_reduction"]))
        else:
            others += [committed(text, name, own[quantity]) for quantity in COMMITMENTS if quantity in own]
    clauses = [scoped(text, note, parts) for note, parts in cuts.items()]
    if clauses and others:
        return text._(
            "到 2020 年，{city}一年的排放量要比 2015 年减少（推算）：{cuts}；{others}。",
            city=city,
            cuts=text.clauses(clauses),
            others=text.points(others),
        )
    if clauses:
        return text._(
            "到 2020 年，{city}一年的排放量要比 2015 年减少（推算）：{cuts}。", city=city, cuts=text.clauses(clauses)
        )
    return text._("到 2020 年，{city}的{others}。", city=city, others=text.points(others)) if others else ""


def committed(text: Texts, name: str, figure: CityFigure) -> str:
    """A target as printed: 能耗强度下降 15%; raises KeyError for a quantity that is none."""
    return text._(TOLD[figure.quantity], indicator=name, amount=figure.amount)


def promise(text: Texts, figure: CityFigure) -> tuple[str, str]:
    """(a target as printed, what stands beside it): 下降 16.5%; 14 个市里从大到小第 2，全省 20%，口径不同.

    Raises KeyError for a quantity that is no target.
    """
    points = [place(text, figure)]
    if figure.province:
        points.append(text._("全省 {amount}", amount=figure.province.figure))
        points += [] if figure.same_scope else [text.pgettext("within a sentence", "口径不同")]
    return text._(PROMISES[figure.quantity], amount=figure.amount), text.points(points)


def place(text: Texts, figure: CityFigure) -> str:
    """Where a target stands among the cities' own, the largest first; with ties said as such."""
    if figure.rank.ties == figure.rank.count:
        return figure.rank.words
    return text.ngettext("{n} 个市里从大到小{rank}", figure.rank.count, rank=figure.rank.words)


def cut(text: Texts, name: str, required: CityFigure, projects: CityFigure) -> str:
    """One pollutant: 化学需氧量 20677.30 吨（其中重点工程 10301.54 吨，约 50%）."""
    part = projects_part(text, required.number, projects.value)
    return text._("{indicator} {amount}（{part}）", indicator=name, amount=required.amount, part=part)


def scoped(text: Texts, note: str, parts: list[str]) -> str:
    """The pollutants of which an annex says the same `note`; that the key projects share its scope is inferred."""
    each = text.listed(parts)
    if not note:
        return each
    return text._("{each}，附件自注“{note}”（推断：重点工程也是这个范围）", each=each, note=note)
