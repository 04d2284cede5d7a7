"""The figures of the annexes: all of them in long form with the derived limits, and from it one table an annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from scripts.compact_text import Span
from scripts.extract.etc.tables import AnnexColumn
from scripts.extract.plan.annexes import Annex, Cell
from scripts.extract.rows import Row, source_range

HUNDREDTH = Decimal("0.01")
#: the word by which a note leaves something out; a note on anything else excludes nothing
EXCLUDES = "不含"
NOT_PRINTED = {"as_printed": "", "source_start": "", "source_end": ""}


def limit_2020(emissions_2015: str, reduction_pct: str) -> str:
    """emissions_2015 × (1 − reduction_pct / 100) in tonnes, half-up to 0.01 (the formula of datapackage/README.md)."""
    exact = Decimal(emissions_2015) * (1 - Decimal(reduction_pct) / 100)
    return str(exact.quantize(HUNDREDTH, ROUND_HALF_UP))


def printed_row(cell: Cell, note: str) -> Row:
    """One printed figure in long form."""
    return {
        "city": cell.city,
        "indicator": cell.column.indicator,
        "quantity": cell.column.quantity,
        "value": cell.value,
        "unit": cell.column.unit,
        "basis": "printed",
        "as_printed": cell.as_printed,
        "annex": str(cell.column.annex),
        "note": note,
        **source_range(cell.span),
    }


def derived_rows(emissions: Row, reduction: Row) -> Iterator[Row]:
    """What base and percentage of one city imply, and no annex prints: the limit for 2020, and how much has to go."""
    limit = limit_2020(emissions["value"], reduction["value"])
    required = str(Decimal(emissions["value"]) - Decimal(limit))
    for quantity, value in (("emissions_2020_limit", limit), ("required_reduction", required)):
        yield emissions | {"quantity": quantity, "value": value, "basis": "derived"} | NOT_PRINTED


def city_target_rows(annexes: Iterable[Annex]) -> Iterator[Row]:
    """Rows of `city_targets`: by annex, then city as printed, then column; what is derived last."""
    for annex in annexes:
        for city in annex.cities:
            printed = [printed_row(cell, annex.note.text) for cell in annex.cells if cell.city == city]
            yield from printed
            by_quantity = {row["quantity"]: row for row in printed}
            if "emissions_2015" in by_quantity and "reduction_pct" in by_quantity:
                yield from derived_rows(by_quantity["emissions_2015"], by_quantity["reduction_pct"])


def excluded(annexes: Iterable[Annex]) -> dict[str, Span]:
    """Indicator → the range of the note in which its annex says what its figures leave out."""
    return {
        cell.column.indicator: annex.note.span(0, len(annex.note.text))
        for annex in annexes
        if EXCLUDES in annex.note.text
        for cell in annex.cells
    }


def annex_tables(city_targets: Iterable[Row], columns: tuple[AnnexColumn, ...]) -> dict[str, list[Row]]:
    """Resource → rows, one a city in the order printed: the printed figures of `city_targets` side by side."""
    tables: dict[str, dict[str, Row]] = {column.resource: {} for column in columns}
    place = {(str(column.annex), column.quantity): column for column in columns}
    for row in city_targets:
        if row["basis"] == "printed":
            column = place[row["annex"], row["quantity"]]
            tables[column.resource].setdefault(row["city"], {"city": row["city"]})[column.column] = row["value"]
    return {resource: list(rows.values()) for resource, rows in tables.items()}
