"""The comparisons themselves: printed figures of one pollutant in, both sides and their tolerance out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scripts.extract.rows.rounding import Rounded, total


@dataclass(frozen=True)
class Pollutant:
    """What is printed on one pollutant: cap in tonnes and percentage of measure 2, the annex row by row."""

    indicator: str
    cap: Rounded
    reduction: Rounded
    emissions: tuple[Rounded, ...]
    reductions: tuple[Rounded, ...]
    key_projects: tuple[Rounded, ...]
    note: str


@dataclass(frozen=True)
class Comparison:
    """One comparison before it is put into words; `province` and `cities` are None where not computable."""

    indicator: str
    check: str
    province: Decimal | None
    cities: Decimal | None
    tolerance: Decimal | None
    unit: str
    note: str = ""
    residual: Decimal | None = None


def implied_base(p: Pollutant) -> Rounded:
    """The province's 2015 emissions that cap and percentage imply: cap / (1 − percentage), with its band."""
    low = p.cap.low / (1 - p.reduction.low / 100)
    high = p.cap.high / (1 - p.reduction.high / 100)
    value = p.cap.value / (1 - p.reduction.value / 100)
    return Rounded(value, max(high - value, value - low))


def compare_base(p: Pollutant) -> Comparison:
    """Sum of the cities' 2015 emissions against the implied base."""
    base, cities = implied_base(p), total(p.emissions)
    return Comparison(p.indicator, "base_2015", base.value, cities.value, base.half + cities.half, "吨", p.note)


def compare_percentage(p: Pollutant) -> Comparison:
    """The cities' percentages weighted by 2015 emissions against the province's."""
    weighted = sum((e.value * r.value for e, r in zip(p.emissions, p.reductions, strict=True)), Decimal())
    spread = sum((e.value * r.half for e, r in zip(p.emissions, p.reductions, strict=True)), Decimal())
    base = total(p.emissions).value
    cities, tolerance = weighted / base, p.reduction.half + spread / base
    return Comparison(p.indicator, "weighted_reduction_pct", p.reduction.value, cities, tolerance, "%", p.note)


def compare_limit(p: Pollutant, limits: Iterable[str]) -> Comparison:
    """Sum of the derived limits for 2020 (in tonnes) against the cap."""
    cities = sum((Decimal(limit) for limit in limits), Decimal())
    spread = sum((e.value * r.half / 100 for e, r in zip(p.emissions, p.reductions, strict=True)), Decimal())
    return Comparison(p.indicator, "limit_2020", p.cap.value, cities, p.cap.half + spread, "吨", p.note)


def compare_key_projects(p: Pollutant) -> Comparison:
    """Sum of the key projects' reductions against the reduction that measure 2 requires."""
    base, cities = implied_base(p), total(p.key_projects)
    required = base.value - p.cap.value
    tolerance = base.half + p.cap.half + cities.half
    return Comparison(p.indicator, "key_project_reduction", required, cities.value, tolerance, "吨", p.note)


def compare_share(p: Pollutant) -> Comparison:
    """Whether one share of 2015 emissions gives every key-project figure to the printed digit.

    `tolerance` is the width of the range of shares (in per cent) that does; negative where none does.
    """
    pairs = list(zip(p.emissions, p.key_projects, strict=True))
    low = max(k.low / e.high for e, k in pairs)
    high = min(k.high / e.low for e, k in pairs)
    share = (low + high) / 2
    residual = max(abs(k.value - share * e.value) for e, k in pairs)
    return Comparison(p.indicator, "key_project_share", None, share * 100, (high - low) * 100, "%", "", residual)
