"""Rows by what they are looked up by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scripts.package import Row

Rows = tuple[Row, ...]


def by(rows: Iterable[Row], key: str) -> dict[str, Row]:
    """The rows by the text of a column; raises ValueError where two rows share it."""
    found: dict[str, Row] = {}
    for row in rows:
        if row[key] in found:
            raise ValueError(f"{key} {row[key]!r} stands in two rows")
        found[row[key]] = row
    return found


def grouped(rows: Iterable[Row], key: str) -> Mapping[str, Rows]:
    """The rows of each value of a column, values and rows in file order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return {value: tuple(members) for value, members in found.items()}


def span(row: Row) -> tuple[int, int]:
    """The source range of a row; raises ValueError where the row has none."""
    return int(row["source_start"]), int(row["source_end"])
