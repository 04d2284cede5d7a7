"""Bullets: how much now, the mark to come down to, and what a part of the way takes, for each city."""

from __future__ import annotations

from typing import Literal

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
    size_axis,
    words,
)
from scripts.site.charts.forms.room import spaced, width

STEP = 26
#: Above the axis' title stand two lines, or three, that say what is what.
TOP, LINE = 48, 20
LENGTH = 158
#: How thick the bar is and the part in it; how far the mark stands out.
BAR, PART, MARK = 15, 7, 21
#: words, where they begin or end, and their colour
Entry = tuple[str, Literal["left", "right"], str]
#: the right edge of the first column of words beside the bars, where the second leaves as much
ASIDE = 226


def bullet(
    frame: pd.DataFrame,
    axis_title: str,
    whole: str,
    mark: str,
    part: str,
    cut_title: str,
    share_title: str,
    language: str,
) -> alt.LayerChart:
    """One bar a row, in the frame's order: pale, with a mark where it has to come down to and a dark part at its end.

    `frame`: `label` (name), `whole`, `mark` and `rest` (numbers ≥ 0, one unit; the part goes from `rest` to `whole`),
    `cut` and `share` (two texts beside the bar). `whole`, `mark`, `part`: what these are, set above; `cut_title` and
    `share_title` head the texts. Raises ValueError where no bar is longer than 0.
    """
    left, names = names_column(frame["label"], language)
    data = frame.assign(row=range(len(frame)), label=names)
    rows = alt.Chart(data).encode(y=rows_axis("row", len(data)))
    edge = theme.WIDTH - left
    aside = int(min(ASIDE, edge - max(spaced(each, language) for each in [share_title, *data["share"]]) - BETWEEN))
    rooms = [aside - AFTER - width(cut, language) for cut in data["cut"]]
    longest = longest_bar(LENGTH, data["whole"], rooms)
    free = aside - spaced(cut_title, language) - BETWEEN
    x = size_axis("whole", axis_title, float(data["whole"].max()), longest, language, left, free)
    key = legend(whole, mark, part, language)
    top = TOP + LINE * len(key)
    layers = [
        rows.mark_bar(size=BAR, fill=theme.LINE, stroke=theme.NEUTRAL).encode(x=x),
        rows.mark_bar(size=PART, fill=theme.FIRST).encode(x="rest:Q", x2="whole:Q"),
        rows.mark_tick(size=MARK, thickness=2, color=theme.INK, opacity=1).encode(x="mark:Q"),
        rows.mark_text(align="right").encode(text="label:N", x=alt.value(-APART)),
        rows.mark_text(align="right").encode(text="cut:N", x=alt.value(aside)),
        rows.mark_text(align="right").encode(text="share:N", x=alt.value(edge)),
        words(cut_title, aside, HEADING, align="right", color=theme.MUTED),
        words(share_title, edge, HEADING, align="right", color=theme.MUTED),
        *(
            words(said, {"left": -left, "right": edge}[align], 8 - top + LINE * line, align, color)
            for line, entries in enumerate(key)
            for said, align, color in entries
        ),
    ]
    return framed(layers, STEP * len(data), left=left, top=top)


def legend(whole: str, mark: str, part: str, language: str) -> list[list[Entry]]:
    """The lines that say what is what: the first two stand on one line where it has room for both."""
    first: Entry = (f"□ {whole}", "left", theme.INK)
    last: Entry = (f"■ {part}", "left", theme.FIRST)
    if spaced(first[0], language) + spaced(f"┃ {mark}", language) + BETWEEN <= theme.WIDTH:
        return [[first, (f"┃ {mark}", "right", theme.INK)], [last]]
    return [[first], [(f"┃ {mark}", "left", theme.INK)], [last]]
