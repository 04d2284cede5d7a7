"""Ranked bars: how large is each, the largest first."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import (
    AFTER,
    APART,
    BETWEEN,
    HEADING,
    framed,
    longest_bar,
    names_column,
    rows_axis,
    shades,
    size_axis,
    words,
)
from scripts.site.charts.forms.room import needed, spaced

STEP = 24
TOP = 44


def ranked_bars(frame: pd.DataFrame, axis_title: str, aside_title: str, length: int, language: str) -> alt.LayerChart:
    """One bar a row, in the frame's order.

    `frame`: `label` (name), `value` (a number > 0, the bar's length), `text` (the figure as printed, set at
    the bar's end), `aside` (a second text, at the right edge), `group` (`city` or `province`, the shade).
    `length`: the longest bar, of 344 units, where the words leave as much. Raises ValueError without a value above 0.
    """
    left, names = names_column(frame["label"], language)
    data = frame.assign(row=range(len(frame)), label=names)
    height = STEP * len(data)
    rows = alt.Chart(data).encode(y=rows_axis("row", len(data)))
    edge = theme.WIDTH - left
    longest = longest_bar(length, data["value"], rooms(data, edge, language))
    free = edge - spaced(aside_title, language) - BETWEEN if aside_title else edge
    x = size_axis("value", axis_title, float(data["value"].max()), longest, language, left, free)
    layers = [
        rows.mark_bar().encode(x=x, **shades("group", "city", "province")),
        rows.mark_text(align="right").encode(text="label:N", x=alt.value(-APART)),
        rows.mark_text(align="left", dx=5).encode(text="text:N", x="value:Q"),
    ]
    if aside_title:
        layers += [
            rows.mark_text(align="right", color=theme.MUTED).encode(text="aside:N", x=alt.value(edge)),
            words(aside_title, edge, HEADING, align="right", color=theme.MUTED),
        ]
    return framed(layers, height, left=left, top=TOP)


def rooms(data: pd.DataFrame, edge: float, language: str) -> list[float]:
    """How far each bar may go before its figure meets what stands at the right edge."""
    return [
        edge - AFTER - (spaced(text, language) + spaced(aside, language) + BETWEEN if aside else needed(text, language))
        for text, aside in zip(data["text"], data["aside"], strict=True)
    ]
