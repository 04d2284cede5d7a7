"""Derived limits for 2020 follow from the printed figures by the stated formula, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `derived-limit`: emissions_2015 × (1 − reduction_pct/100), half-up to 0.01 t, for each pair."""
    values = {
        (row["city"], row["indicator"], row["quantity"]): row["value"]
        for row in package.tables["city_targets"]
        if row["basis"] == "printed"
    }
    wanted = {}
    for (city, indicator, quantity), value in values.items():
        if quantity == "emissions_2015" and (city, indicator, "reduction_pct") in values:
            reduction = Decimal(values[city, indicator, "reduction_pct"])
            limit = Decimal(value) * (100 - reduction) / 100
            wanted[city, indicator] = str(limit.quantize(Decimal("0.01"), ROUND_HALF_UP))
    seen = set()
    for line, row in numbered(package, "city_targets"):
        if (row["quantity"] == "emissions_2020_limit") != (row["basis"] == "derived"):
            yield at(package, "city_targets", line, "derived-limit", "basis 与 quantity 不合")
        if row["basis"] == "derived":
            seen.add((row["city"], row["indicator"]))
            right = wanted.get((row["city"], row["indicator"]))
            if row["value"] != right:
                yield at(package, "city_targets", line, "derived-limit", f"应为 {right or '空'}，实为 {row['value']}")
    if missing := sorted(set(wanted) - seen):
        problem = f"缺少 {len(missing)} 个推算的上限"
        yield at(package, "city_targets", 1, "derived-limit", problem, "请运行 make package 重新生成")
