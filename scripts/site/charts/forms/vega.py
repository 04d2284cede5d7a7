"""Which Vega-Lite is drawn with."""

from __future__ import annotations

import altair as alt

VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
