"""Bullets: how much now, the mark to come down to, and what a part of the way takes, for each city."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import HEADING, framed, rows_axis, shortened, size_axis, words

NAMES = 50
#: characters of a name
NAME = 8
STEP = 26
#: Two lines that say what is what stand above the axis' title.
TOP = 88
LINES = (8 - TOP, 28 - TOP)
LENGTH = 158
#: How thick the bar is and the part in it; how far the mark stands out.
BAR, PART, MARK = 15, 7, 21
#: the right edge of the first column of words beside the bars
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
    data = frame.assign(row=range(len(frame)), label=[shortened(name, NAME) for name in frame["label"]])
    rows = alt.Chart(data).encode(y=rows_axis("row", len(data)))
    edge = theme.WIDTH - NAMES
    x = size_axis("whole", axis_title, float(data["whole"].max()), LENGTH, language)
    layers = [
        rows.mark_bar(size=BAR, fill=theme.LINE, stroke=theme.NEUTRAL).encode(x=x),
        rows.mark_bar(size=PART, fill=theme.FIRST).encode(x="rest:Q", x2="whole:Q"),
        rows.mark_tick(size=MARK, thickness=2, color=theme.INK, opacity=1).encode(x="mark:Q"),
        rows.mark_text(align="right").encode(text="label:N", x=alt.value(-6)),
        rows.mark_text(align="right").encode(text="cut:N", x=alt.value(ASIDE)),
        rows.mark_text(align="right").encode(text="share:N", x=alt.value(edge)),
        words(cut_title, ASIDE, HEADING, align="right", color=theme.MUTED),
        words(share_title, edge, HEADING, align="right", color=theme.MUTED),
        words(f"□ {whole}", -NAMES, LINES[0]),
        words(f"┃ {mark}", edge, LINES[0], align="right"),
        words(f"■ {part}", -NAMES, LINES[1], color=theme.FIRST),
    ]
    return framed(layers, STEP * len(data), left=NAMES, top=TOP)
