"""Paired bars: one figure against another, question by question."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts.forms.layout import framed, rows_axis, shades, shortened, size_axis

STEP = 22
#: characters that there is room for
TITLE_LENGTH = 24
TEXT_LENGTH = 20
TOP = 44
#: Half of the figure below the axis' left end.
EDGE = 5


def paired_bars(frame: pd.DataFrame, axis_title: str, length: int, language: str) -> alt.LayerChart:
    """For each pair a heading and two bars below it, in the frame's order.

    `frame`, one row a pair: `title`; `first`, `second` (numbers, the bars' lengths); `first_text`,
    `second_text` (set at the bars' ends). `length`: the longest bar, of 344 units.
    """
    titles = pd.DataFrame(
        {
            "title": [shortened(title, TITLE_LENGTH) for title in frame["title"]],
            "row": [3 * index for index in range(len(frame))],
        }
    )
    bars = pd.concat(
        pd.DataFrame(
            {
                "row": [3 * index + place for index in range(len(frame))],
                "value": frame[side],
                "text": [shortened(text, TEXT_LENGTH) for text in frame[f"{side}_text"]],
                "side": side,
            }
        )
        for place, side in ((1, "first"), (2, "second"))
    )
    y = rows_axis("row", 3 * len(frame))
    x = size_axis("value", axis_title, float(bars["value"].max()), length, language)
    drawn = alt.Chart(bars).encode(y=y)
    layers = [
        drawn.mark_bar().encode(x=x, **shades("side", "first", "second")),
        drawn.mark_text(align="left", dx=5).encode(text="text:N", x="value:Q"),
        alt.Chart(titles).mark_text(align="left", dy=3).encode(y=y, text="title:N", x=alt.value(0)),
    ]
    return framed(layers, STEP * 3 * len(frame), left=EDGE, top=TOP)
