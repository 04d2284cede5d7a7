"""Small multiples: where one city stands among all, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

import altair as alt
import pandas as pd

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import framed, shades
from scripts.site.charts.forms.room import even, shortened, wrapped

#: Panels stand two in a row; a panel is some lines of text and the mark's line above its columns.
GAP = 20
PANEL = (theme.WIDTH - GAP) // 2
LINE = 19
COLUMNS = 60
FILLED = 0.78
#: What a panel says, one after the other, each on so many lines at most; the first stands out.
MOST = 3
SAID = ("title", "amount", "standing")
#: Where the first line stands, and what the mark's takes below the last one.
FIRST_LINE, BELOW = 8, 34
#: The mark's line above the columns, how far its name stands from it, and its area.
MARK = 11
BESIDE = 8
AREA = 64


def placed(frame: pd.DataFrame, lines: Sequence[int]) -> pd.DataFrame:
    """The frame with each column's edges in the chart's own units, y downwards; a facet would measure texts.

    `lines`: of text above the columns, for each row of panels. More than a tenth of a unit nobody sees, and it weighs.
    """
    heads = [FIRST_LINE + LINE * (count - 1) + BELOW for count in lines]
    tops = list(accumulate((head + COLUMNS + GAP for head in heads), initial=0))
    inside = frame.groupby("panel")
    width = PANEL / inside["value"].transform("size")
    left = frame["panel"] % 2 * (PANEL + GAP)
    top, head = ((frame["panel"] // 2).map(dict(enumerate(each))) for each in (tops, heads))
    start = left + inside.cumcount() * width
    share = frame["value"] / inside["value"].transform("max")
    edges = frame.assign(
        left=left,
        x=start,
        x2=start + width * FILLED,
        middle=start + width * FILLED / 2,
        y=top + head + COLUMNS * (1 - share),
        y2=top + head + COLUMNS,
        line=top + FIRST_LINE,
        mark=top + head - MARK,
    )
    return edges.round(1)


def ranked_columns(frame: pd.DataFrame, name: str, language: str) -> alt.LayerChart:
    """Panels in two columns, each with a scale of its own from 0.

    `frame`, one row a column, from left to right: `panel` (0, 1, …), `value` (a number ≥ 0, not all 0),
    `here` (is this the one that is dark and marked with `name`), `title`, `amount`, `standing` (of the panel).
    """
    told = told_above(frame.drop_duplicates("panel"), language)
    data = placed(frame, [sum(map(len, parts)) for parts in zip(*told.values(), strict=True)][::2])
    height = int(data["y2"].max())
    across = alt.Scale(domain=[0, theme.WIDTH], nice=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    scales = {"x": alt.X("x:Q", scale=across, axis=None), "y": alt.Y("y:Q", scale=down, axis=None)}
    columns = alt.Chart(data[["x", "x2", "y", "y2", "here"]]).mark_rect()
    columns = columns.encode(**scales, x2="x2:Q", y2="y2:Q", **shades("here", True, False))
    shown = shortened(name, PANEL / 2 - BESIDE, language)
    return framed([columns, *marks(data, shown), *texts_above(data.drop_duplicates("panel"), told)], height)


def told_above(heads: pd.DataFrame, language: str) -> dict[str, list[list[str]]]:
    """What is said → its lines in each panel, as many in both panels of a row."""
    found = {}
    for part in SAID:
        bold = part == SAID[0]
        lines = [wrapped(words, PANEL, language, bold, MOST) for words in heads[part]]
        rows = [even(lines[at : at + 2], last=bold) for at in range(0, len(lines), 2)]
        found[part] = [panel for row in rows for panel in row]
    return found


def texts_above(heads: pd.DataFrame, told: dict[str, list[list[str]]]) -> Iterator[alt.Chart]:
    """The texts of all panels, line by line below each other."""
    start = list(heads["line"])
    for part, texts in told.items():
        found = pd.DataFrame(
            [
                {"x": left, "y": top + LINE * at, "text": line}
                for left, top, lines in zip(heads["left"], start, texts, strict=True)
                for at, line in enumerate(lines)
                if line
            ]
        )
        start = [top + LINE * len(lines) for top, lines in zip(start, texts, strict=True)]
        said = alt.Chart(found).encode(x="x:Q", y="y:Q", text="text:N")
        yield said.mark_text(align="left", fontWeight="bold" if part == SAID[0] else alt.Undefined)


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
