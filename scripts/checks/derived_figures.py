"""Derived figures follow from the printed ones by the stated formulas, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package

RULE = "derived-figure"
DERIVED = ("emissions_2020_limit", "required_reduction")
Key = tuple[str, str, str]


def check(package: Package) -> Iterator[Finding]:
    """Rule `derived-figure`: emissions × (1 − percentage/100), half-up to 0.01 t, and the emissions less that limit.

    That each of them is there, and no other, is what `annex-table` says.
    """
    wanted = expected(package)
    for line, row in numbered(package, "city_targets"):
        right = wanted.get((row["city"], row["indicator"], row["quantity"]), row["value"])
        if row["value"] != right:
            problem = f"{row['city']} 的 {row['indicator']}：{row['quantity']} 应为 {right}，实为 {row['value']}"
            yield at(package, "city_targets", line, RULE, problem)


def expected(package: Package) -> dict[Key, str]:
    """(city, indicator, quantity) → the derived figure, wherever both printed ones are there."""
    printed = {
        (row["city"], row["indicator"], row["quantity"]): row["value"]
        for row in package.tables["city_targets"]
        if row["basis"] == "printed"
    }
    wanted: dict[Key, str] = {}
    for (city, indicator, quantity), value in printed.items():
        if quantity == "emissions_2015" and (city, indicator, "reduction_pct") in printed:
            limit = limit_of(value, printed[city, indicator, "reduction_pct"])
            for name, figure in zip(DERIVED, (limit, Decimal(value) - limit), strict=True):
                wanted[city, indicator, name] = str(figure)
    return wanted


def limit_of(emissions: str, percentage: str) -> Decimal:
    """What may still be emitted of so many tonnes after a reduction of so many per cent."""
    return (Decimal(emissions) * (100 - Decimal(percentage)) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
