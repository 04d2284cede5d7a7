"""A table of a page as a spreadsheet has it: plain words, and numbers with the places that the plan prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number to reckon with, shown with the decimals of `value`: 2338.80."""

    value: str


Cell = str | Number


@dataclass(frozen=True)
class Sheet:
    """The table of the page at the site path `address`.

    `name`: what the sheet is called; `title`: the table's caption; `place`: where in the document it stands, as (name,
    words); `notes`: what a reader of the table alone must know; `sums`: the rows below `rows` that belong to no one.
    """

    address: str
    name: str
    title: str
    place: tuple[str, str]
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[tuple[Cell, ...], ...] = ()
