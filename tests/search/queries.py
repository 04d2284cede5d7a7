"""The lists of queries, one a language: what people may ask the search, where it has to lead them, and what it may claim to answer."""

from dataclasses import dataclass
from pathlib import Path

TABLE, ENGLISH_TABLE = (Path(__file__).with_name(name) for name in ("queries.tsv", "queries_en.tsv"))
COLUMNS = ("set", "kind", "query", "expect", "answer", "figures")


@dataclass(frozen=True)
class Query:
    """One line of the table, whose head explains the columns; `expect` is empty where there is no answer."""

    part: str
    kind: str
    text: str
    expect: tuple[str, ...]
    answer: str
    figures: frozenset[str]


def _several(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(" "))


def _read(table: Path) -> tuple[Query, ...]:
    head, *lines = [line for line in table.read_text("utf-8").splitlines() if not line.startswith("# ") and line != "#"]
    assert tuple(head.split("\t")) == COLUMNS
    rows = [line.split("\t") for line in lines]
    return tuple(
        Query(part, kind, text, _several(to), answer, frozenset(_several(figures)))
        for part, kind, text, to, answer, figures in rows
    )


QUERIES, ENGLISH = _read(TABLE), _read(ENGLISH_TABLE)
