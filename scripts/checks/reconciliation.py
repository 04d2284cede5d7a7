"""The reconciliation adds up: its sums are the cities' figures, its verdicts its own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package, Row

#: check → the quantity whose plain sum over the cities is `cities_value`
SUMS = {
    "base_2015": "emissions_2015",
    "limit_2020": "emissions_2020_limit",
    "key_project_reduction": "key_project_reduction",
    "increment_limit": "increment_limit",
}


def problem_of(row: Row, total: Decimal | int | None) -> str:
    """What is wrong with the arithmetic of one row, or nothing."""
    if total is not None and Decimal(row["cities_value"]) != total:
        return f"各市之和应为 {total}，实为 {row['cities_value']}"
    if not row["difference"]:
        return ""
    gap = Decimal(row["cities_value"]) - Decimal(row["province_value"])
    if gap != Decimal(row["difference"]):
        return f"差应为 {gap}，实为 {row['difference']}"
    agrees = "true" if abs(gap) <= Decimal(row["tolerance"]) else "false"
    return "" if agrees == row["agrees"] else f"agrees 应为 {agrees}"


def check(package: Package) -> Iterator[Finding]:
    """Rule `reconciliation`: sums, differences and verdicts, each computed once more."""
    for line, row in numbered(package, "reconciliation"):
        quantity = SUMS.get(row["check"])
        figures = [
            Decimal(cell["value"])
            for cell in package.tables["city_targets"]
            if cell["indicator"] == row["indicator"] and cell["quantity"] == quantity
        ]
        if problem := problem_of(row, sum(figures) if quantity else None):
            problem = f"{row['indicator']} 的 {row['check']}：{problem}"
            yield at(package, "reconciliation", line, "reconciliation", problem)
