"""The figures of the annexes: all of them in long form with the derived limits, and from it one table an annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from scripts.extract.etc.tables import AnnexColumn
from scripts.extract.plan.annexes import Annex, Cell
from scripts.extract.rows import Row, source_range

HUNDREDTH = Decimal("0.01")


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


def derived_row(emissions: Row, reduction: Row) -> Row:
    """The limit for 2020 that the base and the percentage of one city imply; it is printed nowhere."""
    empty = {"as_printed": "", "source_start": "", "source_end": ""}
    value = limit_2020(emissions["value"], reduction["value"])
    return emissions | {"quantity": "emissions_2020_limit", "value": value, "basis": "derived"} | empty


def city_target_rows(annexes: Iterable[Annex]) -> Iterator[Row]:
    """Rows of `city_targets`: by annex, then city as printed, then column; the derived limit last."""
    for annex in annexes:
        for city in annex.cities:
            printed = [printed_row(cell, annex.note) for cell in annex.cells if cell.city == city]
            yield from printed
            by_quantity = {row["quantity"]: row for row in printed}
            if "emissions_2015" in by_quantity and "reduction_pct" in by_quantity:
                yield derived_row(by_quantity["emissions_2015"], by_quantity["reduction_pct"])


def annex_tables(city_targets: Iterable[Row], columns: tuple[AnnexColumn, ...]) -> dict[str, list[Row]]:
    """Resource → rows, one a city in the order printed: the printed figures of `city_targets` side by side."""
    tables: dict[str, dict[str, Row]] = {column.resource: {} for column in columns}
    place = {(str(column.annex), column.quantity): column for column in columns}
    for row in city_targets:
        if row["basis"] == "printed":
            column = place[row["annex"], row["quantity"]]
            tables[column.resource].setdefault(row["city"], {"city": row["city"]})[column.column] = row["value"]
    return {resource: list(rows.values()) for resource, rows in tables.items()}
