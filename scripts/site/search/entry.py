"""What the search can find: a page or a part of one, and the lines of it that a query may match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

#: kinds in the order in which equal results stand, with the words a reader sees
KINDS = {
    "measure": "措施",
    "city": "城市",
    "indicator": "指标",
    "department": "部门",
    "term": "术语",
    "data": "数据",
}


@dataclass(frozen=True)
class Line:
    """`text` on the page at `anchor` ("" is its top); `value`: the figure it states; `shows`: the line to quote."""

    anchor: str
    text: str
    value: str = ""
    shows: int | None = None


@dataclass(frozen=True)
class Entry:
    """`address`: site path, perhaps with #fragment; `names`: everything it is called; `chapter`: 1–12 or 0.

    The first `run` lines are one continuous text; the others stand alone.
    """

    kind: str
    address: str
    title: str
    label: str = ""
    names: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    chapter: int = 0
    run: int = 0


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are not empty, each once, in order."""
    return tuple(dict.fromkeys(name for name in names if name))


def line_json(line: Line) -> list[Any]:
    """[anchor, text], [anchor, text, value] or [anchor, text, value, line to quote]."""
    cells: list[Any] = [line.anchor, line.text]
    if line.value or line.shows is not None:
        cells.append(line.value)
    if line.shows is not None:
        cells.append(line.shows)
    return cells


def entry_json(entry: Entry) -> dict[str, Any]:
    """The entry for the index; what is empty is left out."""
    made: dict[str, Any] = {
        "kind": list(KINDS).index(entry.kind),
        "url": entry.address,
        "title": entry.title,
        "label": entry.label,
        "names": entry.names,
        "lines": [line_json(line) for line in entry.lines],
        "chapter": entry.chapter,
        "run": entry.run,
    }
    return {key: value for key, value in made.items() if value or key == "kind"}
