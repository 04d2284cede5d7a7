"""No city's key projects cut more than the city has to cut; exchanged columns or a misread percentage break it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scripts.checks.comparison import ends
from scripts.checks.places import at_source
from scripts.findings import Finding
from scripts.package import Package, Row

FIX = "请逐位核对该行的三个数和表头的次序"


def check(package: Package) -> Iterator[Finding]:
    """Rule `key-project-limit`: key projects ≤ 2015 emissions × percentage, rounding apart, in every row."""
    cells: dict[tuple[str, str], dict[str, Row]] = {}
    for row in package.tables["city_targets"]:
        if row["source_start"]:
            cells.setdefault((row["city"], row["indicator"]), {})[row["quantity"]] = row
    for (city, indicator), found in cells.items():
        if {"emissions_2015", "reduction_pct", "key_project_reduction"} <= found.keys():
            _, _, emissions = ends(found["emissions_2015"]["value"])
            _, _, percentage = ends(found["reduction_pct"]["value"])
            key_projects = found["key_project_reduction"]
            least, value, _ = ends(key_projects["value"])
            if least > emissions * percentage / 100:
                most = (emissions * percentage / 100).quantize(Decimal("0.01"))
                problem = f"{city} 的 {indicator}：重点工程减排量 {value} 大于 2015 年排放量 × 下降比例（至多 {most}）"
                yield at_source(package, int(key_projects["source_start"]), "key-project-limit", problem, FIX)
