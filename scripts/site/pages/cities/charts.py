"""The charts of a city's page: beside the province, in its cuts, and among the cities."""

from __future__ import annotations

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.findings import against, standing
from scripts.site.charts.tags import tag
from scripts.site.model.figures import CityFigure, ranked
from scripts.site.model.province import ProvinceTarget
from scripts.site.pages.cities.cut_chart import cut_charts
from scripts.site.pages.cities.view import CityView, Group
from scripts.site.site import Site
from scripts.site.text.chart_label import tonnes
from scripts.site.text.texts import Texts

#: What a panel shows of an indicator: how large it is, or how much it has to fall where the annex prints no size.
SIZES = ("increment_limit", "emissions_2015")
BARS = 232

Compared = tuple[Group, CityFigure, ProvinceTarget]
#: an indicator, the city's own figure of it, and those of all cities
Panel = tuple[Group, CityFigure, list[CityFigure]]


def charts(site: Site, view: CityView) -> tuple[Chart, ...]:
    """The charts of a city's page, in order."""
    return reductions(site, view), *cut_charts(site, view), places(site, view)


def reductions(site: Site, view: CityView) -> Chart:
    """How much has to fall, in the city and in the province."""
    text, name = site.text, view.name
    compared: list[Compared] = [
        (group, figure, figure.province)
        for group, figure in view.figures
        if figure.quantity == "reduction_pct" and figure.province is not None
    ]
    columns: Columns = {
        "title": [pair_title(text, group, figure) for group, figure, _ in compared],
        "first": [float(figure.value) for _, figure, _ in compared],
        "first_text": [text._("{name} {amount}", name=name, amount=figure.amount) for _, figure, _ in compared],
        "second": [float(target.value) for _, _, target in compared],
        "second_text": [
            text.pgettext("label of a chart", "全省 {amount}", amount=target.figure) for _, _, target in compared
        ],
    }
    told = against(text, ((group.link.title, figure, target) for group, figure, target in compared))
    each = text.clauses(
        text._(
            "{indicator} {amount}，全省 {province}",
            indicator=pair_title(text, group, figure),
            amount=figure.amount,
            province=target.figure,
        )
        for group, figure, target in compared
    )
    axis = text._("到 2020 年比 2015 年下降（%）")
    return Chart(
        identifier=f"cities-{view.slug}-reductions",
        title=text._("{name}与全省要下降的比例", name=name),
        finding=text._("{name}要下降的比例：{told}。", name=name, told=told),
        tag=tag(text, (figure.quantity for _, figure, _ in compared)),
        description=text._("条形图，到 2020 年比 2015 年下降的比例。{each}。", each=each),
        drawing=draw(site.cache, "paired_bars", columns, axis_title=axis, length=BARS, language=text.language),
        rows=tuple({**figure.row, "province_value": target.value} for _, figure, target in compared),
    )


def pair_title(text: Texts, group: Group, figure: CityFigure) -> str:
    """The indicator, and whether the city's figure and the province's are about the same."""
    if figure.same_scope:
        return group.link.title
    return text._("{indicator}（与全省口径不同）", indicator=group.link.title)


def places(site: Site, view: CityView) -> Chart:
    """Where the city stands among all, one panel for each indicator."""
    text, panels = site.text, panels_of(site, view)
    told = standing(text, ((group.link.title, own) for group, own, _ in panels))
    each = text.clauses(panel_words(text, group, own) for group, own, _ in panels)
    return Chart(
        identifier=f"cities-{view.slug}-places",
        title=text._("{name}在各市中的位次", name=view.name),
        finding=text.ngettext("{name}在 {n} 个市里从大到小的位次。{told}。", view.cities, name=view.name, told=told),
        tag=tag(text, (own.quantity for _, own, _ in panels)),
        description=text.ngettext(
            "每格一个指标，{n} 根柱子从大到小排列，上面标着名称的深色的一根是{name}。{each}。",
            view.cities,
            name=view.name,
            each=each,
        ),
        drawing=draw(site.cache, "ranked_columns", bars(text, panels), name=view.name, language=text.language),
        rows=tuple(figure.row for _, _, series in panels for figure in series),
    )


def panels_of(site: Site, view: CityView) -> list[Panel]:
    """One figure of each indicator: its size, or the percentage where the annex prints no size."""
    found: list[Panel] = []
    for group in view.groups:
        figures = [figure for figure in group.figures if figure.quantity in SIZES] or group.figures
        found += [(group, own, ranked(site.figures.of(group.indicator, own.quantity))) for own in figures]
    return found


def bars(text: Texts, panels: list[Panel]) -> Columns:
    """One row for each bar of each panel, with the panel's three lines of text."""
    shown = [(at, group, own, figure) for at, (group, own, series) in enumerate(panels) for figure in series]
    return {
        "panel": [at for at, _, _, _ in shown],
        "value": [float(figure.value) for _, _, _, figure in shown],
        "here": [figure.city == own.city for _, _, own, figure in shown],
        "title": [group.link.title for _, group, _, _ in shown],
        "amount": [tonnes(text, [own.value])[0] if own.unit == "吨" else own.amount for _, _, own, _ in shown],
        "standing": [standing_words(text, own) for _, _, own, _ in shown],
    }


def standing_words(text: Texts, own: CityFigure) -> str:
    """Of what it is the place, and the place."""
    return text._("{quantity}{rank}", quantity=own.label, rank=own.rank.short)


def panel_words(text: Texts, group: Group, own: CityFigure) -> str:
    """One panel in words."""
    places = {"indicator": group.link.title, "quantity": own.label, "amount": own.amount, "rank": own.rank.words}
    if own.share:
        return text._("{indicator}：{quantity} {amount}，{rank}，占各市之和的 {share}%", share=own.share, **places)
    return text._("{indicator}：{quantity} {amount}，{rank}", **places)
