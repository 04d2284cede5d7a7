"""The interactive chart of the page where readers choose: the same bars, made in the browser from the chosen rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import vl_convert

from scripts.site.charts import theme
from scripts.site.charts.forms.layout import TITLE, names_column, tick_label, tick_words
from scripts.site.charts.forms.room import spaced
from scripts.site.charts.forms.vega import VERSION

#: The room left of the bars for names as short as Chinese ones.
NAMES = 58
#: A number as long as any of the axis, and how much room a tick has, as a multiple of what its label takes.
LARGE, TICK = 200_000, 1.2
STEP = 28
TOP = 44
#: Filled in by assets/explore.js, with `row` (0, 1, …), `name`, `value`, `text`, `unit`, `place`, `share`.
DATA = "figures"
SNIPPET = "window.vegaEmbed = vegaEmbed;"
NOTICE = (
    "/*! Vega {vega}, Vega-Lite {lite}, Vega-Embed {embed} and the libraries they use, bundled by vl-convert.\n"
    "    Copyright notices and licences: vega-licences.txt beside this file. */\n"
)


def explore_chart(tooltips: Mapping[str, str], names: Sequence[str], language: str) -> alt.LayerChart:
    """Bars in the order of `row`; the bar under the pointer changes colour and shows its figures.

    `tooltips`: field of the data → what it is called; `names`: all that may stand left of a bar.
    """
    left = max(NAMES, names_column(names, language)[0])
    hover = alt.selection_point(name="hover", on="pointerover", fields=["row"], empty=False, clear="pointerout")
    rows = alt.Chart(alt.NamedData(name=DATA)).encode(
        y=alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1)),
    )
    axis = alt.Axis(
        orient="top",
        title="",
        titleAnchor="start",
        titleAlign="left",
        titleX=0,
        titleY=TITLE,
        tickCount=3,
        labelExpr=tick_label(language),
        grid=False,
    )
    bars = (
        rows.mark_bar()
        .encode(
            x=alt.X("value:Q", axis=axis, scale=alt.Scale(nice=False)),
            color=alt.condition(hover, alt.value(theme.SECOND), alt.value(theme.FIRST)),
            tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in tooltips.items()],
        )
        .add_params(hover)
    )
    labels = rows.mark_text(align="right").encode(text="name:N", x=alt.value(-6))
    figures = rows.mark_text(align="left", dx=5).encode(text="text:N", x="value:Q")
    chart = alt.LayerChart(layer=[bars, labels, figures]).properties(
        width=theme.WIDTH - left,
        height=alt.Step(STEP),
        padding={"left": left, "top": TOP, "right": 0, "bottom": 4},
        autosize="none",
        usermeta={"tokens": theme.TOKENS, "tick": round(TICK * spaced(tick_words(LARGE, language), language))},
    )
    configured: alt.LayerChart = chart.configure(**theme.config())
    return configured


def vega_bundle() -> bytes:
    """Vega, Vega-Lite and Vega-Embed as one script that leaves nothing but `window.vegaEmbed` behind."""
    notice = NOTICE.format(
        vega=vl_convert.get_vega_version(),
        lite=VERSION,
        embed=vl_convert.get_vega_embed_version(),
    )
    script = vl_convert.javascript_bundle(snippet=SNIPPET, vl_version=VERSION)
    return f'{notice}(function () {{"use strict";{script}\n}})();\n'.encode()
