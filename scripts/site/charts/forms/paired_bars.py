"""Paired bars: one figure against another, question by question."""

from __future__ import annotations

from collections.abc import Iterator

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import AFTER, framed, longest_bar, rows_axis, shades, size_axis
from scripts.site.charts.forms.room import even, needed, shortened, wrapped

STEP = 22
TOP = 44
#: Half of the figure below the axis' left end.
EDGE = 5
#: The room beside the axis, and what words at a bar's end have of it at most.
ROOM = theme.WIDTH - EDGE
MOST = 280


def paired_bars(frame: pd.DataFrame, axis_title: str, length: int, language: str) -> alt.LayerChart:
    """For each pair a heading and two bars below it, in the frame's order.

    `frame`, one row a pair: `title`; `first`, `second` (numbers, the bars' lengths); `first_text`,
    `second_text` (set at the bars' ends). `length`: the longest bar, of 344 units, where the words leave as much.
    """
    titles = even([wrapped(title, ROOM, language) for title in frame["title"]], last=True)
    lines = len(titles[0])
    heads = pd.DataFrame(
        [
            {"title": line, "row": (lines + 2) * pair + at}
            for pair, title in enumerate(titles)
            for at, line in enumerate(title)
            if line
        ]
    )
    bars = pd.concat(sides(frame, lines, language))
    y = rows_axis("row", (lines + 2) * len(frame))
    rooms = [ROOM - AFTER - needed(text, language) for text in bars["text"]]
    longest = longest_bar(length, bars["value"], rooms)
    x = size_axis("value", axis_title, float(bars["value"].max()), longest, language)
    drawn = alt.Chart(bars).encode(y=y)
    layers = [
        drawn.mark_bar().encode(x=x, **shades("side", "first", "second")),
        drawn.mark_text(align="left", dx=AFTER).encode(text="text:N", x="value:Q"),
        alt.Chart(heads).mark_text(align="left", dy=3).encode(y=y, text="title:N", x=alt.value(0)),
    ]
    return framed(layers, STEP * (lines + 2) * len(frame), left=EDGE, top=TOP)


def sides(frame: pd.DataFrame, lines: int, language: str) -> Iterator[pd.DataFrame]:
    """The first bars of all pairs, then the second; `lines`: how many a heading has."""
    for place, side in ((0, "first"), (1, "second")):
        yield pd.DataFrame(
            {
                "row": [(lines + 2) * index + lines + place for index in range(len(frame))],
                "value": frame[side],
                "text": [shortened(text, MOST, language) for text in frame[f"{side}_text"]],
                "side": side,
            }
        )
