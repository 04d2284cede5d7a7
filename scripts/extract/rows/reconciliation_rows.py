"""The cities' figures against the province's, and each annex against itself, in exact decimals.

`tolerance` is the most by which the two may differ through the rounding of what is printed: half a unit
of the last printed digit of every figure that enters. A difference within it agrees; nothing is forced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from scripts.extract.rows import Row
from scripts.extract.rows.comparisons import (
    Comparison,
    Pollutant,
    compare_base,
    compare_key_projects,
    compare_limit,
    compare_percentage,
    compare_share,
)
from scripts.extract.rows.reconciliation_text import text_columns
from scripts.extract.rows.rounding import Rounded, rounded, show, total

TONNES_PER_10KT = 4  # as a power of ten
PLACES = {"吨": 2, "万吨标准煤": 2, "%": 4}
PRECISION = Context(prec=40, rounding=ROUND_HALF_UP)


def agreement(c: Comparison, difference: Decimal | None) -> str:
    """true, false, or empty where nothing can be compared."""
    if c.check == "key_project_share":
        return "true" if c.tolerance is not None and c.tolerance >= 0 else "false"
    if difference is None or c.tolerance is None:
        return ""
    return "true" if abs(difference) <= c.tolerance else "false"


def row_of(c: Comparison) -> Row:
    """The row of `reconciliation`; the difference is cities − province."""
    places = PLACES[c.unit]
    difference = None if c.cities is None or c.province is None else c.cities - c.province
    row = {
        "indicator": c.indicator,
        "check": c.check,
        "province_value": show(c.province, places),
        "cities_value": show(c.cities, places),
        "difference": show(difference, places),
        "tolerance": show(c.tolerance, places) if difference is not None else "",
        "unit": c.unit,
        "agrees": agreement(c, difference),
    }
    return row | text_columns(row, c.note, show(c.residual, 4))


def province(targets: Iterable[Row], indicator: str, change: str) -> Row | None:
    """The province's target of measure 2 for `indicator`: its cap (`level`) or percentage (`decrease`)."""
    found = (t for t in targets if t["indicator"] == indicator and t["change"] == change)
    return next(found, None)


def pollutant(indicator: str, targets: list[Row], rows: list[Row]) -> Pollutant | None:
    """Everything printed on `indicator`, or None where measure 2 or the annex lacks a part of it."""
    cap, cut = province(targets, indicator, "level"), province(targets, indicator, "decrease")

    def column(quantity: str) -> tuple[Rounded, ...]:
        return tuple(rounded(row["value"]) for row in rows if row["quantity"] == quantity)

    emissions, reductions, keys = (column(q) for q in ("emissions_2015", "reduction_pct", "key_project_reduction"))
    if not cap or not cut or not emissions or not len(emissions) == len(reductions) == len(keys):
        return None
    cap_tonnes = rounded(cap["value"], TONNES_PER_10KT)
    return Pollutant(indicator, cap_tonnes, rounded(cut["value"]), emissions, reductions, keys, rows[0]["note"])


def energy(targets: list[Row], rows: list[Row]) -> Iterator[Comparison]:
    """Energy: the increments add up; the intensities can't be weighted without each city's output."""
    intensity = province(targets, "energy_intensity", "decrease")
    limit = province(targets, "energy_increment", "level")
    if intensity:
        value = Decimal(intensity["value"])
        yield Comparison("energy_intensity", "weighted_reduction_pct", value, None, None, "%")
    figures = [rounded(row["value"]) for row in rows if row["quantity"] == "increment_limit"]
    if limit and figures:
        printed, cities = rounded(limit["value"]), total(figures)
        yield Comparison(
            "energy_increment",
            "increment_limit",
            printed.value,
            cities.value,
            printed.half + cities.half,
            "万吨标准煤",
        )


def reconciliation_rows(indicators: Iterable[str], targets: list[Row], city_targets: list[Row]) -> list[Row]:
    """Rows of `reconciliation`: energy first, then each pollutant check by check."""
    with localcontext(PRECISION):
        comparisons = list(energy(targets, city_targets))
        for indicator in indicators:
            rows = [row for row in city_targets if row["indicator"] == indicator]
            printed = pollutant(indicator, targets, rows)
            if printed is None:
                continue
            limits = [row["value"] for row in rows if row["quantity"] == "emissions_2020_limit"]
            comparisons += [
                compare_base(printed),
                compare_percentage(printed),
                compare_limit(printed, limits),
                compare_key_projects(printed),
                compare_share(printed),
            ]
        return [row_of(each) for each in comparisons]
