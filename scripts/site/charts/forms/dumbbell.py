"""Dumbbells: from where to where, for each city."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import HEADING, framed, rows_axis, shortened, size_axis, words

NAMES = 50
#: characters of a name
NAME = 8
STEP = 24
TOP = 66
LENGTH = 226
#: area of a dot
DOT = 80


def dumbbell(
    frame: pd.DataFrame, axis_title: str, tick_label: str, start: str, end: str, aside_title: str
) -> alt.LayerChart:
    """Two dots a row joined by a line, in the frame's order.

    `frame`: `label` (name), `start` and `end` (numbers > 0, one unit), `aside` (a text at the right edge).
    `start`, `end`: what the two dots are, set above in the dots' colours.
    """
    data = frame.assign(row=range(len(frame)), label=[shortened(name, NAME) for name in frame["label"]])
    largest = float(data[["start", "end"]].max().max())
    rows = alt.Chart(data).encode(y=rows_axis("row", len(data)))
    edge = theme.WIDTH - NAMES
    layers = [
        rows.mark_rule(color=theme.NEUTRAL, strokeWidth=3).encode(
            x=size_axis("end", axis_title, tick_label, largest, LENGTH, grid=True), x2="start:Q"
        ),
        rows.mark_point(color=theme.SECOND, filled=True, size=DOT, opacity=1).encode(x="start:Q"),
        rows.mark_point(color=theme.FIRST, filled=True, size=DOT, opacity=1).encode(x="end:Q"),
        rows.mark_text(align="right").encode(text="label:N", x=alt.value(-6)),
        rows.mark_text(align="right", color=theme.MUTED).encode(text="aside:N", x=alt.value(edge)),
        words(aside_title, edge, HEADING, align="right", color=theme.MUTED),
        words(f"● {end}", -NAMES, 8 - TOP, align="left", color=theme.FIRST),
        words(f"● {start}", edge, 8 - TOP, align="right", color=theme.SECOND),
    ]
    return framed(layers, STEP * len(data), left=NAMES, top=TOP)
