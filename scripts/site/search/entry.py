"""What the search can find: a page or a part of one, and the lines of it that a query may match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scripts.site.text.texts import N_, Texts

#: kinds in the order in which equal results stand, with the words a reader sees
KINDS = {
    "measure": N_("措施"),
    "city": N_("城市"),
    "indicator": N_("指标"),
    "department": N_("部门"),
    "term": N_("术语"),
    "data": N_("数据"),
}


def of_one(text: Texts) -> tuple[str, ...]:
    """The words of KINDS beside a single result."""
    return (
        text.pgettext("one result", "措施"),
        text.pgettext("one result", "城市"),
        text.pgettext("one result", "指标"),
        text.pgettext("one result", "部门"),
        text.pgettext("one result", "术语"),
        text.pgettext("one result", "数据"),
    )


#: what a question asks for and a figure answers
ASKED = ("amount", "share", "date", "rank")


@dataclass(frozen=True)
class EntryLine:
    """`text` on the page at `anchor` ("" is its top).

    `value`: the figure it states, `answers`: what question it answers (ASKED); `shows`: the line to quote instead;
    `note`: what is read after the text, and not searched.
    """

    anchor: str
    text: str
    value: str = ""
    answers: str = "amount"
    shows: int | None = None
    note: str = ""


@dataclass(frozen=True)
class SearchEntry:
    """`address`: site path, perhaps with #fragment; `names`: everything it is called.

    The first `run` lines are one continuous text; the others stand alone.
    """

    kind: str
    address: str
    title: str
    names: tuple[str, ...]
    lines: tuple[EntryLine, ...]
    run: int = 0


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are not empty, each once, in order."""
    return tuple(dict.fromkeys(name for name in names if name))


def line_json(line: EntryLine) -> list[Any]:
    """[anchor, text], then as far as the line has them: value, what it answers, line to quote, note."""
    if not line.value:
        return [line.anchor, line.text]
    cells = [line.anchor, line.text, line.value, line.answers, line.shows, line.note]
    return cells[: 6 if line.note else 5 if line.shows is not None else 4]


def entry_json(entry: SearchEntry) -> dict[str, Any]:
    """The entry for the index; what is empty is left out."""
    made: dict[str, Any] = {
        "kind": list(KINDS).index(entry.kind),
        "url": entry.address,
        "title": entry.title,
        "names": entry.names,
        "lines": [line_json(line) for line in entry.lines],
        "run": entry.run,
    }
    return {key: value for key, value in made.items() if value or key == "kind"}
