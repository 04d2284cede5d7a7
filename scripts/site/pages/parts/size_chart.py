"""How large an indicator is in each city: ranked bars, on the indicator's page and where nothing else is comparable."""

from __future__ import annotations

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.findings import concentration, spread
from scripts.site.charts.tags import tag
from scripts.site.model.figures import ADDITIVE, CityFigure, ranked
from scripts.site.pages.parts.figure_table import FigureColumn, figure_column
from scripts.site.site import Site
from scripts.site.text.chart_label import tonnes
from scripts.site.text.texts import N_, Texts

#: quantity that says how large an indicator is in a city, the best first → the axis of its bars
AXES = {
    "emissions_2015": N_("2015 年排放量（吨）"),
    "increment_limit": N_("五年增量上限（万吨标准煤）"),
    "reduction_pct": N_("比 2015 年下降（%）"),
}
#: Bars are shorter where the figures at their ends are longer.
LENGTHS = {"emissions_2015": 146, "increment_limit": 170, "reduction_pct": 200}
#: So few percentages are said more shortly than they are drawn.
FEW = 2


def size_column(site: Site, indicator: str) -> FigureColumn:
    """The figures that say how large an indicator is; raises ValueError where the annexes have none."""
    quantity, *_ = [name for name in AXES if name in site.figures.quantities(indicator)]
    return figure_column(site, indicator, quantity)


def size_chart(site: Site, indicator: str, identifier: str) -> Chart:
    """The cities' bars, the largest first; where percentages are compared, the province's before them."""
    text, name, column = site.text, site.links.indicators[indicator].title, size_column(site, indicator)
    series, additive = ranked(column.figures), column.quantity in ADDITIVE
    return Chart(
        identifier=identifier,
        title=text._("各市{indicator}：{label}", indicator=name, label=column.label),
        finding=finding(text, name, column),
        tag=tag(text, [column.quantity]),
        description=text._(
            "条形图，从大到小：{each}。", each=text.clauses(bar_words(text, figure) for figure in series)
        ),
        drawing=draw(
            site.cache,
            "ranked_bars",
            bars(text, column, series),
            axis_title=text._(AXES[column.quantity]),
            aside_title=text._("占各市之和") if additive else "",
            length=LENGTHS[column.quantity],
            language=text.language,
        ),
        rows=tuple({**figure.row, "share_pct": figure.share} for figure in series),
        pictured=not is_sentence(column),
    )


def is_sentence(column: FigureColumn) -> bool:
    """Does a sentence say all that bars would show: a percentage or two, and who has which?"""
    return column.quantity not in ADDITIVE and len({figure.number for figure in column.figures}) <= FEW


def finding(text: Texts, name: str, column: FigureColumn) -> str:
    """What the bars show: who holds most of it, or how the percentages are spread."""
    if column.quantity in ADDITIVE:
        return text._("{indicator}：{told}", indicator=name, told=concentration(text, column.figures))
    named = {"most": len(column.figures) // FEW} if is_sentence(column) else {}
    told = spread(text, column.figures, **named)
    if column.province is None or column.note:
        return text._("{indicator}要下降的比例：{told}。", indicator=name, told=told)
    amount = column.province.figure
    return text._("{indicator}要下降的比例：{told}；全省 {amount}。", indicator=name, told=told, amount=amount)


def bars(text: Texts, column: FigureColumn, series: list[CityFigure]) -> Columns:
    """One row for each bar."""
    province = [column.province] if column.province and not column.note and column.quantity not in ADDITIVE else []
    values = [*(bar.value for bar in province), *(figure.value for figure in series)]
    return {
        "label": [*(text._("全省") for _ in province), *(figure.name for figure in series)],
        "value": [float(value) for value in values],
        "text": tonnes(text, values) if column.unit == "吨" else [text.number(value) for value in values],
        "aside": [*("" for _ in province), *(text.quantity(figure.share, "%") for figure in series)],
        "group": [*("province" for _ in province), *("city" for _ in series)],
    }


def bar_words(text: Texts, figure: CityFigure) -> str:
    """One bar in words."""
    if figure.share:
        return text._("{name} {amount}，占 {share}%", name=figure.name, amount=figure.amount, share=figure.share)
    return text._("{name} {amount}", name=figure.name, amount=figure.amount)
