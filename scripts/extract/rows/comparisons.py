"""The comparisons themselves: printed figures of one pollutant in, both sides with their bands out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scripts.extract.rows.rounding import Band, total

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Pollutant:
    """What is printed on one pollutant: cap in tonnes and percentage of measure 2, the annex row by row."""

    cap: Band
    reduction: Band
    emissions: tuple[Band, ...]
    reductions: tuple[Band, ...]
    key_projects: tuple[Band, ...]
    limits: tuple[Decimal, ...]


@dataclass(frozen=True)
class Comparison:
    """Both sides of a check; `cities` is None where the plan gives no figures for it."""

    check: str
    unit: str
    province: Band
    cities: Band | None

    @property
    def difference(self) -> Decimal | None:
        """Cities − province."""
        return None if self.cities is None else self.cities.value - self.province.value

    @property
    def tolerance(self) -> Decimal | None:
        """The largest difference that the rounding of what is printed can make where the two are the same."""
        if self.cities is None:
            return None
        more = self.cities.value - self.cities.low + self.province.high - self.province.value
        less = self.cities.high - self.cities.value + self.province.value - self.province.low
        return max(more, less)


def compare(p: Pollutant) -> list[Comparison]:
    """Every check of a pollutant with measure 2, in the order of the package."""
    return [
        Comparison("base_2015", "吨", implied_base(p.cap, p.reduction), total(p.emissions)),
        Comparison("weighted_reduction_pct", "%", p.reduction, weighted(p.emissions, p.reductions)),
        Comparison("limit_2020", "吨", p.cap, limits_2020(p)),
        Comparison("key_project_reduction", "吨", implied_reduction(p.cap, p.reduction), total(p.key_projects)),
    ]


def implied_base(cap: Band, reduction: Band) -> Band:
    """The 2015 emissions that cap and percentage imply: cap / (1 − percentage); it rises with both."""
    ends = ((cap.value, reduction.value), (cap.low, reduction.low), (cap.high, reduction.high))
    return Band(*(limit / (1 - cut / HUNDRED) for limit, cut in ends))


def implied_reduction(cap: Band, reduction: Band) -> Band:
    """The reduction that cap and percentage imply: cap × percentage / (1 − percentage); it rises with both."""
    ends = ((cap.value, reduction.value), (cap.low, reduction.low), (cap.high, reduction.high))
    return Band(*(limit * cut / (HUNDRED - cut) for limit, cut in ends))


def limits_2020(p: Pollutant) -> Band:
    """The sum of the limits as shown; the band is that of the printed figures behind them."""
    pairs = list(zip(p.emissions, p.reductions, strict=True))
    low = sum((e.low * (1 - r.high / HUNDRED) for e, r in pairs), Decimal())
    high = sum((e.high * (1 - r.low / HUNDRED) for e, r in pairs), Decimal())
    return Band(sum(p.limits, Decimal()), low, high)


def weighted(emissions: tuple[Band, ...], reductions: tuple[Band, ...]) -> Band:
    """The percentages weighted by emissions.

    The mean is largest where the percentages are, and the emissions that belong to the larger of them: the
    cities fall into two groups at some percentage, so that trying each one finds the end.
    """
    exact = mean((e.value, r.value) for e, r in zip(emissions, reductions, strict=True))
    highs, lows = ([getattr(r, end) for r in reductions] for end in ("high", "low"))
    high = max(mean(split(emissions, highs, at, "high", "low")) for at in highs)
    low = min(mean(split(emissions, lows, at, "low", "high")) for at in lows)
    return Band(exact, low, high)


def split(
    emissions: tuple[Band, ...], percentages: list[Decimal], at: Decimal, upper: str, lower: str
) -> list[tuple[Decimal, Decimal]]:
    """(weight, percentage) with the emissions of percentages from `at` on at one end, the others at the other."""
    return [(getattr(e, upper if r >= at else lower), r) for e, r in zip(emissions, percentages, strict=True)]


def mean(pairs: Iterable[tuple[Decimal, Decimal]]) -> Decimal:
    """The weighted mean of (weight, value) pairs."""
    found = list(pairs)
    return sum((weight * value for weight, value in found), Decimal()) / sum((weight for weight, _ in found), Decimal())
