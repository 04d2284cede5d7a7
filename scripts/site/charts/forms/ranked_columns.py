"""Small multiples: where one city stands among all, indicator by indicator."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import framed, shades, shortened

#: Panels stand two in a row; a panel is three lines of text and the mark's line above its columns.
GAP = 20
PANEL = (theme.WIDTH - GAP) // 2
HEAD = 80
COLUMNS = 60
FILLED = 0.78
#: characters of a title that there is room for, and of a name beside the mark
LENGTH = 14
NAME = 8
#: The mark's line above the columns, how far its name stands from it, and its area.
MARK = 11
BESIDE = 8
AREA = 64


def placed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with each column's edges in the chart's own units, y downwards; a facet would measure texts.

    More than a tenth of a unit nobody sees, and it weighs.
    """
    inside = frame.groupby("panel")
    width = PANEL / inside["value"].transform("size")
    left = frame["panel"] % 2 * (PANEL + GAP)
    top = frame["panel"] // 2 * (HEAD + COLUMNS + GAP)
    start = left + inside.cumcount() * width
    share = frame["value"] / inside["value"].transform("max")
    edges = frame.assign(
        left=left,
        x=start,
        x2=start + width * FILLED,
        middle=start + width * FILLED / 2,
        y=top + HEAD + COLUMNS * (1 - share),
        y2=top + HEAD + COLUMNS,
        line1=top + 8,
        line2=top + 27,
        line3=top + 46,
        mark=top + HEAD - MARK,
    )
    return edges.round(1)


def ranked_columns(frame: pd.DataFrame, name: str) -> alt.LayerChart:
    """Panels in two columns, each with a scale of its own from 0.

    `frame`, one row a column, from left to right: `panel` (0, 1, …), `value` (a number ≥ 0, not all 0),
    `here` (is this the one that is dark and marked with `name`), `title`, `amount`, `standing` (of the panel).
    """
    data = placed(frame)
    heads = data.drop_duplicates("panel")
    heads = heads.assign(title=[shortened(title, LENGTH) for title in heads["title"]])
    height = int(data["y2"].max())
    across = alt.Scale(domain=[0, theme.WIDTH], nice=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    scales = {"x": alt.X("x:Q", scale=across, axis=None), "y": alt.Y("y:Q", scale=down, axis=None)}
    columns = alt.Chart(data[["x", "x2", "y", "y2", "here"]]).mark_rect()
    columns = columns.encode(**scales, x2="x2:Q", y2="y2:Q", **shades("here", True, False))
    head = alt.Chart(heads[["left", "line1", "line2", "line3", "title", "amount", "standing"]]).encode(x="left:Q")
    title = head.mark_text(align="left", fontWeight="bold").encode(y="line1:Q", text="title:N")
    amount = head.mark_text(align="left").encode(y="line2:Q", text="amount:N")
    standing = head.mark_text(align="left").encode(y="line3:Q", text="standing:N")
    return framed([columns, *marks(data, shortened(name, NAME)), title, amount, standing], height)


def marks(data: pd.DataFrame, name: str) -> list[alt.Chart]:
    """Above the dark columns a triangle with the name, on the side where there is room, and a line down to the top."""
    here = data[data["here"]].assign(name=name)
    room = here["middle"] - here["left"] <= PANEL / 2
    layers = [
        alt.Chart(here[["middle", "mark", "y"]])
        .mark_rule(color=theme.FIRST)
        .encode(x="middle:Q", y="mark:Q", y2="y:Q"),
        alt.Chart(here[["middle", "mark"]])
        .mark_point(shape="triangle-down", color=theme.FIRST, filled=True, size=AREA, opacity=1)
        .encode(x="middle:Q", y="mark:Q"),
    ]
    sides: list[tuple[pd.DataFrame, Literal["left", "right"], int]] = [
        (here[room], "left", BESIDE),
        (here[~room], "right", -BESIDE),
    ]
    for beside, align, apart in sides:
        if len(beside):
            named = alt.Chart(beside[["middle", "mark", "name"]]).mark_text(align=align, dx=apart)
            layers.append(named.encode(x="middle:Q", y="mark:Q", text="name:N"))
    return layers
