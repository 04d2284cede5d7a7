"""What a drawing is asked for with, as plain data: equal requests give equal drawings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

Cell = str | float | bool
Columns = Mapping[str, Sequence[Cell]]


def chart(form: str, columns: Columns, **arguments: str | int) -> str:
    """The request for a chart: `columns` become the frame that the form describes, `arguments` the rest."""
    return json.dumps([form, columns, arguments], ensure_ascii=False, sort_keys=True)


def single(name: str) -> str:
    """The request for what depends on no figures."""
    return json.dumps([name])


#: the chart that is made in the browser, and the script that makes it
EXPLORE = single("explore")
VEGA = single("vega")
