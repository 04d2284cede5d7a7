"""Ranked bars: how large is each, the largest first."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import HEADING, framed, rows_axis, shades, shortened, size_axis, words

NAMES = 50
#: characters of a name
NAME = 8
STEP = 24
TOP = 44


def ranked_bars(frame: pd.DataFrame, axis_title: str, aside_title: str, length: int, language: str) -> alt.LayerChart:
    """One bar a row, in the frame's order.

    `frame`: `label` (name), `value` (a number > 0, the bar's length), `text` (the figure as printed, set at
    the bar's end), `aside` (a second text, at the right edge), `group` (`city` or `province`, the shade).
    `length`: the longest bar, of 344 units. Raises ValueError without a value above 0.
    """
    data = frame.assign(row=range(len(frame)), label=[shortened(name, NAME) for name in frame["label"]])
    height = STEP * len(data)
    rows = alt.Chart(data).encode(y=rows_axis("row", len(data)))
    x = size_axis("value", axis_title, float(data["value"].max()), length, language)
    edge = theme.WIDTH - NAMES
    layers = [
        rows.mark_bar().encode(x=x, **shades("group", "city", "province")),
        rows.mark_text(align="right").encode(text="label:N", x=alt.value(-6)),
        rows.mark_text(align="left", dx=5).encode(text="text:N", x="value:Q"),
    ]
    if aside_title:
        layers += [
            rows.mark_text(align="right", color=theme.MUTED).encode(text="aside:N", x=alt.value(edge)),
            words(aside_title, edge, HEADING, align="right", color=theme.MUTED),
        ]
    return framed(layers, height, left=NAMES, top=TOP)
