"""The list of queries: what people may ask the search, and where it has to lead them."""

from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("queries.tsv")


@dataclass(frozen=True)
class Query:
    """One line of the table, whose head explains the columns; `expect` is empty where there is no answer."""

    part: str
    kind: str
    text: str
    expect: tuple[str, ...]


def _read() -> tuple[Query, ...]:
    head, *lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("# ") and line != "#"]
    assert head.split("\t") == ["set", "kind", "query", "expect"]
    rows = [line.split("\t") for line in lines]
    return tuple(Query(part, kind, text, () if to == "-" else tuple(to.split(" "))) for part, kind, text, to in rows)


QUERIES = _read()
