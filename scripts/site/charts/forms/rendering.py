"""A request → the Vega-Lite specification of its frame and the SVG that vl-convert draws of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from scripts.site.charts.forms.bullet import bullet
from scripts.site.charts.forms.explore import explore_chart, vega_bundle
from scripts.site.charts.forms.paired_bars import paired_bars
from scripts.site.charts.forms.ranked_bars import ranked_bars
from scripts.site.charts.forms.ranked_columns import ranked_columns
from scripts.site.charts.forms.split_bars import split_bars
from scripts.site.charts.forms.vega import VERSION

FORMS: dict[str, Callable[..., alt.LayerChart]] = {
    "bullet": bullet,
    "paired_bars": paired_bars,
    "ranked_bars": ranked_bars,
    "ranked_columns": ranked_columns,
    "split_bars": split_bars,
}


def specification(chart: alt.LayerChart) -> str:
    """The chart as Vega-Lite JSON, the same text for the same chart."""
    return json.dumps(chart.to_dict(validate=False), ensure_ascii=False, indent=1, sort_keys=True)


def svg(specification: str) -> str:
    """The picture of a specification; the same on any machine."""
    return vl_convert.vegalite_to_svg(specification, vl_version=VERSION, allowed_base_urls=[])


def rendered(request: Sequence[Any]) -> bytes:
    """What charts/drawing.py asks for; raises KeyError for a form that there is none of.

    A chart is [specification, SVG] as JSON; the interactive chart is its specification, Vega the script.
    """
    match request:
        case ["explore", arguments]:
            return specification(explore_chart(**arguments)).encode()
        case ["vega"]:
            return vega_bundle()
        case [form, columns, arguments]:
            chart = specification(FORMS[form](pd.DataFrame(columns), **arguments))
            return json.dumps([chart, svg(chart)], ensure_ascii=False).encode()
        case other:
            raise KeyError(other)
