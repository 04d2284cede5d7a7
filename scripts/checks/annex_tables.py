"""The annex tables and their long form hold the same figures, one for every city and column."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.derived_figures import DERIVED
from scripts.checks.expected_rows import compare_rows
from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package, Row

RULE = "annex-table"
#: resource → column → its indicator; the annexes in their order
COLUMNS = {
    "annex1_energy": {"intensity_reduction_pct": "energy_intensity", "increment_limit_10kt_ce": "energy_increment"},
    **{
        resource: dict.fromkeys(("emissions_2015_t", "reduction_2020_pct", "key_project_reduction_t"), indicator)
        for resource, indicator in (
            ("annex2_cod", "cod"),
            ("annex3_ammonia_nitrogen", "ammonia_nitrogen"),
            ("annex4_sulfur_dioxide", "sulfur_dioxide"),
            ("annex5_nitrogen_oxides", "nitrogen_oxides"),
        )
    },
}
#: column of an annex table → quantity in the long form
QUANTITIES = {
    "intensity_reduction_pct": "reduction_pct",
    "increment_limit_10kt_ce": "increment_limit",
    "emissions_2015_t": "emissions_2015",
    "reduction_2020_pct": "reduction_pct",
    "key_project_reduction_t": "key_project_reduction",
}
#: quantities that are not in tonnes
UNITS = {"reduction_pct": "%", "increment_limit": "万吨标准煤"}


def check(package: Package) -> Iterator[Finding]:
    """Rule `annex-table`: wide and long form agree cell by cell, and all cities are in each annex, in order."""
    cities = [row["city"] for row in package.tables["cities"]]
    values = {(r["city"], r["indicator"], r["quantity"]): r["value"] for r in package.tables["city_targets"]}
    for resource, columns in COLUMNS.items():
        if [row["city"] for row in package.tables[resource]] != cities:
            yield at(package, resource, 1, RULE, "市或其次序与 cities 不同")
        for line, row in numbered(package, resource):
            for column, indicator in columns.items():
                long = values.get((row["city"], indicator, QUANTITIES[column]), row[column])
                if long != row[column]:
                    yield at(package, resource, line, RULE, f"{column} 是 {row[column]}，city_targets 里是 {long}")
    yield from compare_rows(package, "city_targets", ("city", "indicator", "quantity"), list(long_form(cities)), RULE)


def long_form(cities: list[str]) -> Iterator[Row]:
    """The rows of `city_targets` without their figures: by annex, city and column; what is derived after the city."""
    for annex, columns in enumerate(COLUMNS.values(), start=1):
        for city in cities:
            quantities = [(indicator, QUANTITIES[column], "printed") for column, indicator in columns.items()]
            if "emissions_2015_t" in columns:
                quantities += [(columns["emissions_2015_t"], quantity, "derived") for quantity in DERIVED]
            for indicator, quantity, basis in quantities:
                unit = UNITS.get(quantity, "吨")
                named = {"city": city, "indicator": indicator, "quantity": quantity}
                yield named | {"unit": unit, "basis": basis, "annex": str(annex)}
