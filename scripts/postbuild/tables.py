"""Markdown's plain tables in the shape that all tables of the site have: named, and scrolling on a phone."""

from __future__ import annotations

import re

PLAIN_TABLE = re.compile(r"<table>\n<thead>.*?</table>", re.DOTALL)
HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
PLAIN_HEAD = re.compile(r"<th(?=[ >])(?![^>]*\bscope=)")
BOX = '<div class="table-wrap">'


def complete_tables(text: str) -> str:
    """The page with every plain table in its box, under the heading above it, its heads marked as heads of columns.

    A table that was written in HTML keeps what it has; a second run changes nothing.
    """
    return PLAIN_TABLE.sub(_completed, text)


def _completed(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    table = PLAIN_HEAD.sub('<th scope="col"', match[0])
    headings = HEADING.findall(before)
    if headings and "<caption" not in table:
        table = table.replace("<table>", f'<table>\n<caption><span class="vh">{headings[-1]}</span></caption>', 1)
    return table if before.endswith(BOX) else f"{BOX}{table}</div>"
