"""Small multiples: where one city stands among all, indicator by indicator."""

from __future__ import annotations

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import framed, shortened

#: Panels stand two in a row; a panel is three lines of text above its columns.
GAP = 20
PANEL = (theme.WIDTH - GAP) // 2
HEAD = 61
COLUMNS = 60
FILLED = 0.78
#: characters of a title that there is room for
LENGTH = 14


def placed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with each column's edges in the chart's own units, y downwards; a facet would measure texts."""
    inside = frame.groupby("panel")
    width = PANEL / inside["value"].transform("size")
    left = frame["panel"] % 2 * (PANEL + GAP)
    top = frame["panel"] // 2 * (HEAD + COLUMNS + GAP)
    start = left + inside.cumcount() * width
    share = frame["value"] / inside["value"].transform("max")
    return frame.assign(
        left=left,
        x=start,
        x2=start + width * FILLED,
        y=top + HEAD + COLUMNS * (1 - share),
        y2=top + HEAD + COLUMNS,
        line1=top + 8,
        line2=top + 27,
        line3=top + 46,
    )


def ranked_columns(frame: pd.DataFrame) -> alt.LayerChart:
    """Panels in two columns, each with a scale of its own from 0.

    `frame`, one row a column, from left to right: `panel` (0, 1, …), `value` (a number ≥ 0, not all 0),
    `here` (is this the one that is coloured), `title`, `amount`, `standing` (of the panel).
    """
    data = placed(frame)
    heads = data.drop_duplicates("panel")
    heads = heads.assign(title=[shortened(title, LENGTH) for title in heads["title"]])
    height = int(data["y2"].max())
    across = alt.Scale(domain=[0, theme.WIDTH], nice=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    colour = alt.Scale(domain=[True, False], range=[theme.FIRST, theme.NEUTRAL])
    columns = (
        alt.Chart(data[["x", "x2", "y", "y2", "here"]])
        .mark_rect()
        .encode(
            x=alt.X("x:Q", scale=across, axis=None),
            x2="x2:Q",
            y=alt.Y("y:Q", scale=down, axis=None),
            y2="y2:Q",
            color=alt.Color("here:N", scale=colour, legend=None),
        )
    )
    head = alt.Chart(heads[["left", "line1", "line2", "line3", "title", "amount", "standing"]]).encode(x="left:Q")
    title = head.mark_text(align="left", fontWeight="bold").encode(y="line1:Q", text="title:N")
    amount = head.mark_text(align="left").encode(y="line2:Q", text="amount:N")
    standing = head.mark_text(align="left").encode(y="line3:Q", text="standing:N")
    return framed([columns, title, amount, standing], height)
