"""Split bars: a whole in two parts, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import framed
from scripts.site.charts.forms.room import even, wrapped

#: From the top of a question: its heading, then its bar, words for each part, and the next question.
HEADING, THICK = 10, 16
TO_BAR, TO_WORDS, TO_NEXT = 12, 13, 25
LINE = 20
#: half of a shape's edge, and the square before each line of words
INSET = 0.5
SQUARE = 10
#: what is told of a question → where it begins
INDENTS = {"title": 0, "first_text": 16, "second_text": 16}
PARTS = ("first", "second")
#: The shades of layout.shades; Vega-Lite has no channel for the dashes of a rectangle.
FIRST = {"fill": theme.FIRST, "stroke": theme.FIRST}
SECOND = {"fill": theme.LINE, "stroke": theme.NEUTRAL}
DASHED = {"strokeDash": [4, 3]}


@dataclass(frozen=True)
class Lines:
    """How many lines the longest heading of a question has, and the longest words of each part."""

    title: int
    first: int
    second: int

    @property
    def bar(self) -> int:
        """Where the bar begins, from the top of a question."""
        return HEADING + LINE * (self.title - 1) + TO_BAR

    @property
    def words(self) -> tuple[int, int]:
        """Where the words of each part begin."""
        first = self.bar + THICK + TO_WORDS
        return first, first + LINE * self.first

    @property
    def step(self) -> int:
        """Where the next question begins."""
        return self.words[1] + LINE * (self.second - 1) + TO_NEXT


def split_bars(frame: pd.DataFrame, dashed: bool, language: str) -> alt.LayerChart:
    """For each whole a heading, a bar in two shades and a line for each shade, in the frame's order.

    `frame`, one row a whole: `title`; `first`, `second` (numbers ≥ 0, the parts); `scale` (a number > 0, what fills
    the width); `first_text`, `second_text` (what the parts are; an empty one is left out with its part).
    `dashed`: is the second part no more than an inference?
    """
    told = {
        name: [wrapped(said, theme.WIDTH - indent, language) for said in frame[name]]
        for name, indent in INDENTS.items()
    }
    told["title"] = even(told["title"], last=True)
    lines = Lines(*(max(map(len, texts)) for texts in told.values()))
    height = lines.step * len(frame) - TO_NEXT + 10
    across = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, theme.WIDTH], nice=False))
    down = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False))
    drawn = shapes(frame, lines)
    looks: dict[str, dict[str, Any]] = {"first": FIRST, "second": {**SECOND, **(DASHED if dashed else {})}}
    layers = [
        alt.Chart(drawn[drawn["part"] == part]).mark_rect(**look).encode(x=across, x2="x2:Q", y=down, y2="y2:Q")
        for part, look in looks.items()
        if part in set(drawn["part"])
    ]
    layers.append(alt.Chart(texts(told, lines)).mark_text(align="left").encode(x=across, y=down, text="text:N"))
    return framed(layers, height)


def shapes(frame: pd.DataFrame, lines: Lines) -> pd.DataFrame:
    """Every part of every bar, and the square of its shade before its words."""
    top = pd.Series(range(len(frame)), index=frame.index, dtype=float) * lines.step
    wide = (theme.WIDTH - 2 * INSET) / frame["scale"]
    middle = INSET + wide * frame["first"]
    ends = ((INSET, middle), (middle, middle + wide * frame["second"]))
    found = []
    for part, (start, end), line in zip(PARTS, ends, lines.words, strict=True):
        said = frame[f"{part}_text"] != ""
        bar = pd.DataFrame({"x": start, "x2": end, "y": top + lines.bar, "y2": top + lines.bar + THICK, "part": part})
        edge = top + line - SQUARE / 2
        square = pd.DataFrame({"x": INSET, "x2": INSET + SQUARE, "y": edge, "y2": edge + SQUARE, "part": part})
        found += [bar[said], square[said]]
    return pd.concat(found).round(1)


def texts(told: dict[str, list[list[str]]], lines: Lines) -> pd.DataFrame:
    """The heading of every bar and the words of its parts, line by line."""
    starts = (HEADING, *lines.words)
    return pd.DataFrame(
        [
            {"x": INDENTS[name], "y": lines.step * at + start + LINE * line, "text": said}
            for (name, each), start in zip(told.items(), starts, strict=True)
            for at, parts in enumerate(each)
            for line, said in enumerate(parts)
            if said
        ]
    )
