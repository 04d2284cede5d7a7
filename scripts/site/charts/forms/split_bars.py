"""Split bars: a whole in two parts, question by question."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import framed, shortened

#: From the top of a question: its heading, its bar, a line of words for each part; then the next question.
HEADING, BAR, THICK = 10, 22, 16
LINES = (51, 71)
STEP = 96
#: characters that there is room for
LENGTH = 28
#: half of a shape's edge, and the square before each line of words
INSET = 0.5
SQUARE = 10
INDENT = 16
PARTS = ("first", "second")
#: The shades of layout.shades; Vega-Lite has no channel for the dashes of a rectangle.
FIRST = {"fill": theme.FIRST, "stroke": theme.FIRST}
SECOND = {"fill": theme.LINE, "stroke": theme.NEUTRAL}
DASHED = {"strokeDash": [4, 3]}


def split_bars(frame: pd.DataFrame, dashed: bool) -> alt.LayerChart:
    """For each whole a heading, a bar in two shades and a line for each shade, in the frame's order.

    `frame`, one row a whole: `title`; `first`, `second` (numbers ≥ 0, the parts); `scale` (a number > 0, what fills
    the width); `first_text`, `second_text` (what the parts are; an empty one is left out with its part).
    `dashed`: is the second part no more than an inference?
    """
    height = STEP * (len(frame) - 1) + LINES[1] + 10
    across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, theme.WIDTH], nice=False))
    down = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False))
    drawn = shapes(frame)
    looks: dict[str, dict[str, Any]] = {"first": FIRST, "second": {**SECOND, **(DASHED if dashed else {})}}
    layers = [
        alt.Chart(drawn[drawn["part"] == part]).mark_rect(**look).encode(x=across, x2="x2:Q", y=down, y2="y2:Q")
        for part, look in looks.items()
        if part in set(drawn["part"])
    ]
    layers.append(alt.Chart(texts(frame)).mark_text(align="left").encode(x=across, y=down, text="text:N"))
    return framed(layers, height)


def shapes(frame: pd.DataFrame) -> pd.DataFrame:
    """Every part of every bar, and the square of its shade before its words."""
    top = pd.Series(range(len(frame)), index=frame.index, dtype=float) * STEP
    wide = (theme.WIDTH - 2 * INSET) / frame["scale"]
    middle = INSET + wide * frame["first"]
    ends = ((INSET, middle), (middle, middle + wide * frame["second"]))
    found = []
    for part, (start, end), line in zip(PARTS, ends, LINES, strict=True):
        said = frame[f"{part}_text"] != ""
        bar = pd.DataFrame({"x": start, "x2": end, "y": top + BAR, "y2": top + BAR + THICK, "part": part})
        edge = top + line - SQUARE / 2
        square = pd.DataFrame({"x": INSET, "x2": INSET + SQUARE, "y": edge, "y2": edge + SQUARE, "part": part})
        found += [bar[said], square[said]]
    return pd.concat(found).round(1)


def texts(frame: pd.DataFrame) -> pd.DataFrame:
    """The heading of every bar and the words of its parts."""
    top = pd.Series(range(len(frame)), index=frame.index) * STEP
    lines = (("title", HEADING, 0), ("first_text", LINES[0], INDENT), ("second_text", LINES[1], INDENT))
    found = pd.concat(
        pd.DataFrame({"x": x, "y": top + y, "text": [shortened(words, LENGTH) for words in frame[name]]})
        for name, y, x in lines
    )
    return found[found["text"] != ""]
