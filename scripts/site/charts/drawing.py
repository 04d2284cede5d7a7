"""Drawings, made once: they take nine tenths of a build's time, and their libraries load only where one is due."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from scripts.files import write_whole

HERE = Path(__file__).parent
LIBRARIES = ("altair", "pandas", "vl-convert-python")

Cell = str | float | bool
#: column → cells, one a row of the frame that a form describes
Columns = Mapping[str, Sequence[Cell]]


@dataclass(frozen=True)
class Drawing:
    """A chart as Vega-Lite JSON and as the SVG that vl-convert makes of it."""

    specification: str
    svg: str


def draw(folder: Path, form: str, columns: Columns, **arguments: str | int) -> Drawing:
    """The chart of a form, out of the cache in `folder` or made now; raises KeyError for an unknown form."""
    return Drawing(*json.loads(cached(folder, [form, columns, arguments])))


def cached(folder: Path, request: Sequence[object]) -> bytes:
    """What forms.rendering makes of a request, kept under a hash of it, of the code and of the libraries.

    A file that is not as it was written is made again.
    """
    asked = json.dumps(request, ensure_ascii=False, sort_keys=True)
    path = folder / hashlib.sha256(f"{made_by()}{asked}".encode()).hexdigest()
    kept = path.read_bytes() if path.is_file() else b""
    if kept[:64] == digest(kept[64:]):
        return kept[64:]
    from scripts.site.charts.forms.rendering import rendered

    made = rendered(request)
    write_whole(path, digest(made) + made)
    return made


@cache
def made_by() -> str:
    """A hash of the code that draws, and the versions of its libraries."""
    code = b"".join(path.read_bytes() for path in [*sorted(HERE.glob("forms/*.py")), HERE / "theme.py"])
    return " ".join([hashlib.sha256(code).hexdigest(), *map(version, LIBRARIES)])


def digest(data: bytes) -> bytes:
    """What stands before `data` in the cache: 64 bytes."""
    return hashlib.sha256(data).hexdigest().encode()
