"""One look for every chart: sizes, fonts of the reader's system, colours that colour-blind readers tell apart."""

from __future__ import annotations

from typing import Any

#: The light theme's colours (assets/site.css); in a page each becomes the token of the reader's theme.
INK = "#15211f"
MUTED = "#4f5f5c"
LINE = "#cfdad7"
NEUTRAL = "#72847f"
FIRST = "#0f766e"
SECOND = "#b45309"
#: Each colour and the token of the site's style sheet that takes its place in a page.
TOKENS = {
    INK: "--fg",
    MUTED: "--muted",
    LINE: "--line",
    NEUTRAL: "--strong",
    FIRST: "--s1",
    SECOND: "--s2",
    "white": "--bg",
}

#: Width of every chart in its own units: at 328 px, a phone's column, text stays above 12 px.
WIDTH = 344
SIZE = 14
#: The reader's own; vl-convert knows no font of that name, so that no picture depends on a machine's fonts.
FONT = "system-ui"
FONTS = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


def config() -> dict[str, Any]:
    """The Vega-Lite configuration of every chart; nothing in it depends on how wide a text turns out."""
    return {
        "aria": False,
        "background": "white",
        "font": FONT,
        "view": {"stroke": None},
        "text": {"fontSize": SIZE, "color": INK, "baseline": "middle", "limit": 0},
        "bar": {"color": FIRST},
        "axis": {
            "labelFontSize": SIZE,
            "labelColor": MUTED,
            "labelLimit": 0,
            "labelOverlap": False,
            "labelBound": False,
            "labelFlush": False,
            "titleFontSize": SIZE,
            "titleFontWeight": "normal",
            "titleColor": MUTED,
            "titleLimit": 0,
            "gridColor": LINE,
            "ticks": False,
            "domain": False,
        },
    }
