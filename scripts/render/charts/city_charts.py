"""The charts of a city's page: its percentages beside the province's, and its place among the cities."""

from __future__ import annotations

from functools import cache

import pandas as pd

from scripts.render.charts.figure import Caption, Figure, specification
from scripts.render.charts.paired_bars import paired_bars
from scripts.render.charts.ranked_columns import ranked_columns
from scripts.render.views.cities import CityGroup, CityLine, CityView
from scripts.render.views.figures import CityFigure
from scripts.render.views.province import ProvinceTarget
from scripts.render.views.words import against, amount, plain, ranked, standing

#: What a panel shows of an indicator: how large it is, or how much it has to fall where no size is printed.
SIZES = {"increment_limit": "上限", "emissions_2015": "2015 年"}
PERCENTAGES = {"reduction_pct": "下降比例"}
BARS = 232

Compared = tuple[CityGroup, CityLine, ProvinceTarget]


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
    frame = pd.DataFrame(
        {
            "title": [group.link.title for group, _, _ in lines],
            "first": [float(line.figure.value) for _, line, _ in lines],
            "first_text": [f"{view.name} {amount(line.figure)}" for _, line, _ in lines],
            "second": [float(target.value) for _, _, target in lines],
            "second_text": [f"全省 {plain(target.figure)}" for _, _, target in lines],
        }
    )
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
    chart = paired_bars(frame, "到 2020 年比 2015 年下降（%）", BARS)
    return Figure(f"cities-{view.slug}-reductions", caption, specification(chart), rows)


def sized(view: CityView) -> list[tuple[CityGroup, CityLine]]:
    """One figure of each indicator: its size, or the percentage where the annex prints no size."""
    found: list[tuple[CityGroup, CityLine]] = []
    for group in view.groups:
        lines = [line for line in group.lines if line.figure.quantity in SIZES]
        found.extend((group, line) for line in lines or group.lines)
    return found


def panel(at: int, view: CityView, group: CityGroup, own: CityFigure, series: list[CityFigure]) -> pd.DataFrame:
    """The columns of one indicator, with the panel's two lines of text."""
    return pd.DataFrame(
        {
            "panel": at,
            "value": [float(figure.value) for figure in series],
            "here": [figure.city == view.slug for figure in series],
            "title": group.link.title + size_word(own),
            "subtitle": f"{amount(own)}，{own.rank.words}",
        }
    )


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
    frames = [panel(at, view, group, own, series) for at, (group, own, series) in enumerate(shown)]
    cities = len(view.siblings)
    each = "；".join(place_words(group, own) for group, own, _ in shown)
    caption = Caption(
        title=f"{view.name}在各市中的位次",
        finding=f"{view.name}在 {cities} 个市里：{standing((g.link.title, own.rank) for g, own, _ in shown)}。",
        description=f"每格一个指标，{cities} 根柱子从大到小排列，有色的一根是{view.name}。{each}。",
    )
    columns = ("indicator", "quantity", "city", "value", "unit")
    rows = tuple({name: getattr(f, name) for name in columns} for _, _, series in shown for f in series)
    chart = ranked_columns(pd.concat(frames, ignore_index=True))
    return Figure(f"cities-{view.slug}-places", caption, specification(chart), rows)


@cache
def city_figures(view: CityView) -> tuple[Figure, ...]:
    """The charts of a city's page, in order."""
    return reductions(view), places(view)
