"""A page's HTML without what no reader needs, and Markdown's plain tables in the shape all tables here have."""

from __future__ import annotations

import re

# Text in which white space counts.
KEPT = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
# Switches of Material's drawer and search dialog, which this site has not.
SWITCHES = re.compile(r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>')
BREAKS = re.compile(r"[ \t]*\n\s*")
PLAIN_TABLE = re.compile(r"<table>\n<thead>.*?</table>", re.DOTALL)
HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
PLAIN_HEAD = re.compile(r"<th(?=[ >])(?![^>]*\bscope=)")


def tidy(text: str) -> str:
    """The page without blank lines, indentation and unused switches; the same again if called twice."""
    parts = KEPT.split(SWITCHES.sub("", text))
    # split() gives: text, kept part, name of its tag, text, …
    return "".join(_tidy(part) if at % 3 == 0 else part for at, part in enumerate(parts) if at % 3 != 2)


def _tidy(part: str) -> str:
    return PLAIN_TABLE.sub(_wrapped, BREAKS.sub("\n", part))


def _wrapped(match: re.Match[str]) -> str:
    """A table out of Markdown: in a box that scrolls on a phone, its heads named as such, itself after its heading."""
    before = match.string[: match.start()]
    table = PLAIN_HEAD.sub('<th scope="col"', match[0])
    headings = HEADING.findall(before)
    if headings and "<caption" not in table:
        table = table.replace("<table>", f'<table>\n<caption><span class="vh">{headings[-1]}</span></caption>', 1)
    return table if before.endswith('<div class="table-wrap">') else f'<div class="table-wrap">{table}</div>'
