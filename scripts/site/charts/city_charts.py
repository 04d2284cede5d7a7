"""The charts of a city's page: its percentages beside the province's, and its place among the cities."""

from __future__ import annotations

from scripts.site.charts.figure import Caption, Figure
from scripts.site.charts.request import Columns, chart
from scripts.site.views.cities import CityGroup, CityLine, CityView
from scripts.site.views.figures import CityFigure
from scripts.site.views.province import ProvinceTarget
from scripts.site.views.words import against, amount, plain, ranked, standing

#: What a panel shows of an indicator: how large it is, or how much it has to fall where no size is printed.
SIZES = {"increment_limit": "上限", "emissions_2015": "2015 年"}
PERCENTAGES = {"reduction_pct": "下降比例"}
BARS = 232

Compared = tuple[CityGroup, CityLine, ProvinceTarget]
#: an indicator, the city's own figure of it, and those of all cities
Shown = tuple[CityGroup, CityFigure, list[CityFigure]]


def compared(view: CityView) -> list[Compared]:
    """The percentages of the city that item 2 sets for the province, too."""
    return [
        (group, line, line.province)
        for group, line in view.lines
        if line.figure.quantity == "reduction_pct" and line.province is not None
    ]


def reductions(view: CityView) -> Figure:
    """How much has to fall, in the city and in the province."""
    lines = compared(view)
    columns: Columns = {
        "title": [group.link.title for group, _, _ in lines],
        "first": [float(line.figure.value) for _, line, _ in lines],
        "first_text": [f"{view.name} {amount(line.figure)}" for _, line, _ in lines],
        "second": [float(target.value) for _, _, target in lines],
        "second_text": [f"全省 {plain(target.figure)}" for _, _, target in lines],
    }
    told = against((g.link.title, line.figure.number, target.number) for g, line, target in lines)
    each = (f"{g.link.title} {amount(line.figure)}，全省 {plain(t.figure)}" for g, line, t in lines)
    caption = Caption(
        title=f"{view.name}与全省要下降的比例",
        finding=f"{view.name}要下降的比例：{told}。",
        description=f"条形图，到 2020 年比 2015 年下降的比例。{'；'.join(each)}。",
    )
    rows = tuple(
        {"indicator": g.indicator, "city_reduction_pct": line.figure.value, "province_reduction_pct": t.value}
        for g, line, t in lines
    )
    request = chart("paired_bars", columns, axis_title="到 2020 年比 2015 年下降（%）", length=BARS)
    return Figure(f"cities-{view.slug}-reductions", caption, request, rows)


def sized(view: CityView) -> list[tuple[CityGroup, CityLine]]:
    """One figure of each indicator: its size, or the percentage where the annex prints no size."""
    found: list[tuple[CityGroup, CityLine]] = []
    for group in view.groups:
        lines = [line for line in group.lines if line.figure.quantity in SIZES]
        found.extend((group, line) for line in lines or group.lines)
    return found


def panels(view: CityView, shown: list[Shown]) -> Columns:
    """One row for each bar of each panel, with the panel's two lines of text."""
    bars = [(at, group, own, figure) for at, (group, own, series) in enumerate(shown) for figure in series]
    return {
        "panel": [at for at, _, _, _ in bars],
        "value": [float(figure.value) for _, _, _, figure in bars],
        "here": [figure.city == view.slug for _, _, _, figure in bars],
        "title": [group.link.title + size_word(own) for _, group, own, _ in bars],
        "subtitle": [f"{amount(own)}，{own.rank.words}" for _, _, own, _ in bars],
    }


def size_word(figure: CityFigure) -> str:
    """What of an indicator is shown: （2015 年）; raises KeyError for a quantity that no panel shows."""
    return f"（{(SIZES | PERCENTAGES)[figure.quantity]}）"


def place_words(group: CityGroup, own: CityFigure) -> str:
    """One panel in words."""
    share = f"，占各市之和的 {own.share}%" if own.share else ""
    return f"{group.link.title}{size_word(own)}{amount(own)}，{own.rank.words}{share}"


def places(view: CityView) -> Figure:
    """Where the city stands among all, one panel for each indicator."""
    shown = [(group, line.figure, ranked(line.series)) for group, line in sized(view)]
    cities = len(view.siblings)
    each = "；".join(place_words(group, own) for group, own, _ in shown)
    caption = Caption(
        title=f"{view.name}在各市中的位次",
        finding=f"{view.name}在 {cities} 个市里：{standing((g.link.title, own.rank) for g, own, _ in shown)}。",
        description=f"每格一个指标，{cities} 根柱子从大到小排列，有色的一根是{view.name}。{each}。",
    )
    columns = ("indicator", "quantity", "city", "value", "unit")
    rows = tuple({name: getattr(f, name) for name in columns} for _, _, series in shown for f in series)
    request = chart("ranked_columns", panels(view, shown))
    return Figure(f"cities-{view.slug}-places", caption, request, rows)


def city_figures(view: CityView) -> tuple[Figure, ...]:
    """The charts of a city's page, in order."""
    return reductions(view), places(view)
