"""What the forms share: the axis of sizes, its ticks, and single words set at a place."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from math import ceil, floor
from typing import Any, Literal

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.room import needed, shortened, spaced

#: Vega expressions for a number of an axis: Chinese readers count in 万, 120000 is 12 万.
CHINESE = "datum.value < 10000 ? datum.value + '' : datum.value / 10000 + ' 万'"
OTHERS = "format(datum.value, ',')"
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
#: Where the line above an axis stands: above the ticks' labels.
TITLE = -theme.SIZE * 2.2
#: Where the heading of a column of words stands: in the line of the ticks' labels.
HEADING = -9
#: What names of rows stand apart from the bars, and figures at a bar's end from it; what columns of words do.
APART, AFTER, BETWEEN = 6, 5, 4
#: The column of the rows' names: at least, for Chinese names, and at most.
NAMES = (50, 110)
#: No bar's scale is shorter, however long the words are.
SHORTEST = 40


def ticks(largest: float, most: int = 3) -> list[float]:
    """Round numbers from 0 up to `largest`, at most `most` of them above 0; raises ValueError unless it is > 0."""
    if not largest > 0:
        raise ValueError(f"no scale from 0 to {largest}")
    end = Decimal(str(largest))
    unit = Decimal(1).scaleb(end.adjusted() - 1)
    wanted = (unit * scale * step for scale in (1, 10) for step in STEPS)
    step = next(each for each in wanted if end // each <= most)
    return [float(step * count) for count in range(int(end // step) + 1)]


def tick_label(language: str) -> str:
    """The numbers of an axis as readers of a language (an IETF tag) count."""
    return CHINESE if language.split("-")[0] == "zh" else OTHERS


def tick_words(value: float, language: str) -> str:
    """The same as `tick_label` has Vega make of a number."""
    if not language.startswith("zh"):
        return f"{value:,g}" if value < 1 else f"{value:,.10g}"
    return f"{value:g}" if value < 10000 else f"{value / 10000:g} 万"


def fitting_ticks(largest: float, length: float, free: float, language: str) -> list[float]:
    """As many ticks as have room: no label meets another, or goes beyond `free` in the plot's units."""
    for most in (3, 2, 1):
        shown = [
            (tick, tick / largest * length, spaced(tick_words(tick, language), language) / 2)
            for tick in ticks(largest, most)
        ]
        shown = [each for each in shown if each[1] + each[2] <= free or not each[0]]
        pairs = pairwise(shown)
        if len(shown) > 1 and all(a + half <= b - other for (_, a, half), (_, b, other) in pairs):
            return [tick for tick, _, _ in shown]
    return [0.0]


def size_axis(
    field: str, title: str, largest: float, length: float, language: str, left: int = 0, free: float = theme.WIDTH
) -> alt.X:
    """A scale from 0 to `largest` over `length` units, its title with the unit on top.

    `left`: what stands left of the plot, over which a long title begins; `free`: where the ticks' labels must end.
    """
    over = min(left, max(0, needed(title, language) - (theme.WIDTH - left)))
    axis = alt.Axis(
        orient="top",
        title=title,
        titleAnchor="start",
        titleAlign="left",
        titleX=-over,
        titleY=TITLE,
        values=fitting_ticks(largest, length, free, language),
        labelExpr=tick_label(language),
        grid=False,
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, largest], range=[0, length], nice=False), axis=axis)


def names_column(names: Iterable[str], language: str) -> tuple[int, list[str]]:
    """(how wide the column of the rows' names is, the names as they fit into it)."""
    names = list(names)
    wanted = ceil(max((needed(name, language) for name in names), default=0)) + APART
    wide = min(max(NAMES[0], wanted), NAMES[1])
    return wide, [shortened(name, wide - APART, language) for name in names]


def longest_bar(most: float, values: Iterable[float], rooms: Iterable[float]) -> float:
    """How long the longest bar may be, at most `most`, that each has its words beside it within its room."""
    values = list(values)
    largest = max(values)
    limits = [room * largest / value for value, room in zip(values, rooms, strict=True) if value > 0]
    return max(SHORTEST, floor(min([most, *limits])))


def rows_axis(field: str, count: int) -> alt.Y:
    """One band for each of `count` rows, without an axis: the rows' names are set as text."""
    scale = alt.Scale(domain=list(range(count)), paddingInner=0.3, paddingOuter=0.15)
    return alt.Y(f"{field}:O", scale=scale, axis=None)


def shades(field: str, dark: str | bool, pale: str | bool) -> dict[str, alt.Fill | alt.Stroke]:
    """Two shades for a field's two values that grey print tells apart, too: one dark, one pale with an edge."""
    domain = [dark, pale]
    fill, stroke = (alt.Scale(domain=domain, range=[theme.FIRST, other]) for other in (theme.LINE, theme.NEUTRAL))
    return {
        "fill": alt.Fill(f"{field}:N", scale=fill, legend=None),
        "stroke": alt.Stroke(f"{field}:N", scale=stroke, legend=None),
    }


def words(
    text: str,
    x: float,
    y: float,
    align: Literal["left", "right"] = "left",
    color: str = theme.INK,
    weight: Literal["normal", "bold"] = "normal",
) -> alt.Chart:
    """One text set at a place of the plot, in the plot's units."""
    one: alt.Chart = alt.Chart(pd.DataFrame({"text": [text]})).mark_text(align=align, color=color, fontWeight=weight)
    return one.encode(text="text:N", x=alt.value(x), y=alt.value(y))


def framed(layers: list[alt.Chart], height: int, left: int = 0, top: int = 0) -> alt.LayerChart:
    """The layers as wide as every chart is, with room for what stands beside the plot; nothing is measured."""
    padding: dict[str, Any] = {"left": left, "top": top, "right": 0, "bottom": 0}
    chart = alt.LayerChart(layer=layers).properties(
        width=theme.WIDTH - left, height=height, padding=padding, autosize="none"
    )
    configured: alt.LayerChart = chart.configure(**theme.config())
    return configured
