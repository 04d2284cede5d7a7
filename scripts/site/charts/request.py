"""What a drawing is asked for with, as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from scripts.site.kept import Request

Cell = str | float | bool
Columns = Mapping[str, Sequence[Cell]]


def chart(form: str, columns: Columns, **arguments: str | int) -> Request:
    """The request for a chart: `columns` become the frame that the form describes, `arguments` the rest."""
    return Request("drawing", json.dumps([form, columns, arguments], ensure_ascii=False, sort_keys=True))


#: the chart that is made in the browser, and the script that makes it
EXPLORE = Request("drawing", json.dumps(["explore"]))
VEGA = Request("drawing", json.dumps(["vega"]))
