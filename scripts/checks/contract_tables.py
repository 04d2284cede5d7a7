"""The source and the tables that the contract promises, which the rules about their content read."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import REBUILD
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, SOURCE, Package

#: a later version may add tables, and none of these may go
TABLES = (
    *("aliases", "annex1_energy", "annex2_cod", "annex3_ammonia_nitrogen", "annex4_sulfur_dioxide"),
    *("annex5_nitrogen_oxides", "chapters", "cities", "city_targets", "departments", "errata", "indicators"),
    *("measure_departments", "measures", "national_targets", "numbers", "reconciliation", "segments", "sentences"),
    *("targets", "terms", "units"),
)


def check(package: Package) -> Iterator[Finding]:
    """Rule `table-missing`: the source, or a table of the contract, that the descriptor does not list."""
    if SOURCE not in {resource["path"] for resource in package.descriptor["resources"]}:
        yield Finding(DESCRIPTOR, 1, "table-missing", f"没有列出原文 {SOURCE}，不知道它是不是当初的那一份", REBUILD)
    for name in TABLES:
        if name not in package.tables:
            yield Finding(DESCRIPTOR, 1, "table-missing", f"没有 {name} 这张表", REBUILD)
