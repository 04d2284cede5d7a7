"""The charts of an indicator's page: how large it is in each city, and from where to where it has to go."""

from __future__ import annotations

from scripts.site.charts.figure import Caption, Figure
from scripts.site.charts.request import Columns, chart
from scripts.site.views.figures import CityFigure
from scripts.site.views.indicators import IndicatorColumn, IndicatorView
from scripts.site.views.words import amount, concentration, plain, ranked, spread

#: Bars are shorter where the figures at their ends are longer.
LENGTHS = {"emissions_2015": 158, "increment_limit": 170, "reduction_pct": 200}
AXES = {
    "emissions_2015": "2015 年排放量（吨）",
    "increment_limit": "五年增量上限（万吨标准煤）",
    "reduction_pct": "比 2015 年下降（%）",
}


def bar_words(figure: CityFigure) -> str:
    """One bar in words."""
    return f"{figure.name} {amount(figure)}" + (f"，占 {figure.share}%" if figure.share else "")


def finding(view: IndicatorView, column: IndicatorColumn) -> str:
    """What the bars show: who holds most of it, or how the percentages are spread."""
    if column.quantity != "reduction_pct":
        return f"{view.link.title}：{concentration(column.figures)}"
    province = f"；全省 {plain(column.province.figure)}" if column.province else ""
    return f"{view.link.title}要下降的比例：{spread(column.figures)}{province}。"


def bars(column: IndicatorColumn, series: list[CityFigure]) -> Columns:
    """One row for each bar; where percentages are compared, the province's comes first."""
    province = [column.province] if column.province and column.quantity == "reduction_pct" else []
    return {
        "label": ["全省" for _ in province] + [figure.name for figure in series],
        "value": [float(bar.value) for bar in province] + [float(bar.value) for bar in series],
        "text": [bar.value for bar in province] + [bar.value for bar in series],
        "aside": ["" for _ in province] + [f"{figure.share}%" if figure.share else "" for figure in series],
        "group": ["province" for _ in province] + ["city" for _ in series],
    }


def sizes(view: IndicatorView, identifier: str) -> Figure:
    """Ranked bars."""
    column = view.size
    series = ranked(column.figures)
    caption = Caption(
        title=f"各市{view.link.title}：{column.label}",
        finding=finding(view, column),
        description=f"条形图，从大到小：{'；'.join(bar_words(figure) for figure in series)}。",
    )
    request = chart(
        "ranked_bars",
        bars(column, series),
        axis_title=AXES[column.quantity],
        aside_title="占各市之和" if view.has_shares else "",
        length=LENGTHS[column.quantity],
    )
    rows = tuple(
        {"city": f.city, "name": f.name, "value": f.value, "unit": f.unit, "share_pct": f.share} for f in series
    )
    return Figure(identifier, caption, request, rows)


def limits(view: IndicatorView) -> Figure:
    """Dumbbells from the emissions of 2015 to the limit for 2020."""
    start, end, cut = (
        {figure.city: figure for figure in view.column(name).figures}
        for name in ("emissions_2015", "emissions_2020_limit", "reduction_pct")
    )
    order = [figure.city for figure in ranked(tuple(start.values()))]
    columns: Columns = {
        "label": [start[city].name for city in order],
        "start": [float(start[city].value) for city in order],
        "end": [float(end[city].value) for city in order],
        "aside": [amount(cut[city]) for city in order],
    }
    each = (
        f"{start[city].name}从 {amount(start[city])}到 {amount(end[city])}，降 {amount(cut[city])}" for city in order
    )
    caption = Caption(
        title=f"各市{view.link.title}：从 2015 年排放量到 2020 年上限",
        finding=f"到 2020 年要下降的比例：{spread(tuple(cut.values()))}。",
        description=f"哑铃图，每市两点，2020 年上限由本站推算：{'；'.join(each)}。",
    )
    rows = tuple(
        {
            "city": city,
            "name": start[city].name,
            "emissions_2015_t": start[city].value,
            "reduction_2020_pct": cut[city].value,
            "emissions_2020_limit_t": end[city].value,
        }
        for city in order
    )
    titles = {"axis_title": "一年的排放量（吨）", "aside_title": "下降"}
    request = chart("dumbbell", columns, start="2015 年排放量", end="2020 年上限（推算）", **titles)
    return Figure(f"indicators-{view.slug}-limits", caption, request, rows)


def indicator_figures(view: IndicatorView) -> tuple[Figure, ...]:
    """The charts of an indicator's page, in order."""
    first = sizes(view, f"indicators-{view.slug}-sizes")
    has_limits = any(column.quantity == "emissions_2020_limit" for column in view.columns)
    return (first, limits(view)) if has_limits else (first,)
