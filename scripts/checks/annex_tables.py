"""The annex tables and their long form hold the same figures, one for every city and column."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package

#: column of an annex table → quantity in the long form
QUANTITIES = {
    "intensity_reduction_pct": "reduction_pct",
    "increment_limit_10kt_ce": "increment_limit",
    "emissions_2015_t": "emissions_2015",
    "reduction_2020_pct": "reduction_pct",
    "key_project_reduction_t": "key_project_reduction",
}
ANNEXES = {
    "annex1_energy": "1",
    "annex2_cod": "2",
    "annex3_ammonia_nitrogen": "3",
    "annex4_sulfur_dioxide": "4",
    "annex5_nitrogen_oxides": "5",
}


def check(package: Package) -> Iterator[Finding]:
    """Rule `annex-table`: wide and long form agree cell by cell, and all cities are in each annex."""
    printed = [row for row in package.tables["city_targets"] if row["basis"] == "printed"]
    long = sorted((row["annex"], row["city"], row["quantity"], row["value"]) for row in printed)
    cities = [row["city"] for row in package.tables["cities"]]
    wide = []
    for resource, annex in ANNEXES.items():
        if [row["city"] for row in package.tables[resource]] != cities:
            yield at(package, resource, 1, "annex-table", "市或其次序与 cities 不同")
        for line, row in numbered(package, resource):
            for column, quantity in QUANTITIES.items():
                if column not in row:
                    continue
                cell = (annex, row["city"], quantity, row[column])
                wide.append(cell)
                if cell not in long:
                    yield at(package, resource, line, "annex-table", f"{column} 与 city_targets 不同")
    if sorted(wide) != long:
        problem = "city_targets 与各附件的表不是同一组数"
        yield at(package, "city_targets", 1, "annex-table", problem, "请运行 make package 重新生成")
