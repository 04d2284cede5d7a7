"""Every unit that a table uses is one of `units`, and `units` holds those that are used, with their symbols."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.expected_rows import compare_rows
from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package

RULE = "unit-name"
FIX = "请改 etc/units.yml；确为新单位时连同 scripts/checks/unit_names.py 一起改"
#: unit → English and symbol, in the order of the table
UNITS = {
    "%": ("%", "%"),
    "百分点": ("percentage points", "pp"),
    "吨": ("t", "t"),
    "万吨": ("10,000 t", "10^4 t"),
    "万吨标准煤": ("10,000 tce", "10^4 tce"),
    "个": ("in number", ""),
}


def check(package: Package) -> Iterator[Finding]:
    """Rule `unit-name`: a unit that nothing explains, one that nothing uses, or one explained wrongly."""
    used: set[str] = set()
    for resource, rows in package.tables.items():
        if resource != "units" and rows and "unit" in rows[0]:
            for line, row in numbered(package, resource):
                used.add(row["unit"])
                if row["unit"] and row["unit"] not in UNITS:
                    yield at(package, resource, line, RULE, f"不认识的单位“{row['unit']}”", FIX)
    wanted = [
        {"unit": unit, "unit_en": english, "symbol": symbol}
        for unit, (english, symbol) in UNITS.items()
        if unit in used
    ]
    yield from compare_rows(package, "units", ("unit",), wanted, RULE, FIX)
