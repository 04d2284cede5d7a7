"""Ranked bars: how large is each, the largest first."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import HEADING, framed, rows_axis, shortened, size_axis, words

NAMES = 50
#: characters of a name
NAME = 8
STEP = 24
TOP = 44


def ranked_bars(
    frame: pd.DataFrame, axis_title: str, tick_label: str, aside_title: str, length: int = 170
) -> alt.LayerChart:
    """One bar a row, in the frame's order.

    `frame`: `label` (name), `value` (a number > 0, the bar's length), `text` (the figure as printed, set at
    the bar's end), `aside` (a second text, at the right edge), `group` (`city` or `province`, the colour).
    `length`: the longest bar, of 344 units. Raises ValueError without a value above 0.
    """
    data = frame.assign(row=range(len(frame)), label=[shortened(name, NAME) for name in frame["label"]])
    height = STEP * len(data)
    rows = alt.Chart(data).encode(y=rows_axis("row", len(data)))
    x = size_axis("value", axis_title, tick_label, float(data["value"].max()), length)
    colour = alt.Scale(domain=["city", "province"], range=[theme.FIRST, theme.NEUTRAL])
    edge = theme.WIDTH - NAMES
    layers = [
        rows.mark_bar().encode(x=x, color=alt.Color("group:N", scale=colour, legend=None)),
        rows.mark_text(align="right").encode(text="label:N", x=alt.value(-6)),
        rows.mark_text(align="left", dx=5).encode(text="text:N", x="value:Q"),
    ]
    if aside_title:
        layers += [
            rows.mark_text(align="right", color=theme.MUTED).encode(text="aside:N", x=alt.value(edge)),
            words(aside_title, edge, HEADING, align="right", color=theme.MUTED),
        ]
    return framed(layers, height, left=NAMES, top=TOP)
