"""The arithmetic of the reconciliation by other means than the package's own: figures are tried at their ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

#: the least, the printed and the largest value that a printed figure may stand for
Ends = tuple[Decimal, Decimal, Decimal]
#: (cities, province) of the figures: the province's limit and percentage, then the cities' columns one after the other
Compare = Callable[[Sequence[Decimal], int], tuple[Decimal, Decimal]]


@dataclass(frozen=True)
class Trial:
    """A comparison to be tried: `shown` is the cities' side where it is the sum of rounded figures."""

    unit: str
    compare: Compare
    figures: tuple[Ends, ...]
    cities: int
    shown: Decimal | None = None

    @property
    def sides(self) -> tuple[Decimal, Decimal]:
        """(cities, province) as printed."""
        cities, province = self.compare([value for _, value, _ in self.figures], self.cities)
        return cities if self.shown is None else self.shown, province

    @property
    def tolerance(self) -> Decimal:
        """The furthest from the printed difference that the figures behind it can lead, each at one of its ends."""
        cities, province = self.sides
        return max(abs(self._furthest(sign) - (cities - province)) for sign in (1, -1))

    def _furthest(self, sign: int) -> Decimal:
        """The difference with every figure at the end that moves it most, tried one by one until none moves it."""
        values = [value for _, value, _ in self.figures]
        best, moved = self._difference(values), True
        while moved:
            moved = False
            for at, (low, _, high) in enumerate(self.figures):
                for end in (low, high):
                    tried = [*values[:at], end, *values[at + 1 :]]
                    difference = self._difference(tried)
                    if sign * difference > sign * best:
                        values, best, moved = tried, difference, True
        return best

    def _difference(self, values: Sequence[Decimal]) -> Decimal:
        cities, province = self.compare(values, self.cities)
        return cities - province


def ends(printed: str, power: int = 0) -> Ends:
    """A printed decimal times ten to the `power`, half a unit of its last digit either way."""
    value = Decimal(printed)
    half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    return (value - half).scaleb(power), value.scaleb(power), (value + half).scaleb(power)


def base_2015(v: Sequence[Decimal], n: int) -> tuple[Decimal, Decimal]:
    """The cities' emissions against limit ÷ (1 − percentage)."""
    return sum(v[2 : 2 + n], Decimal()), v[0] * 100 / (100 - v[1])


def weighted_reduction_pct(v: Sequence[Decimal], n: int) -> tuple[Decimal, Decimal]:
    """The cities' percentages weighted by emissions against the province's."""
    emissions, cuts = v[2 : 2 + n], v[2 + n : 2 + 2 * n]
    cut = sum((e * r for e, r in zip(emissions, cuts, strict=True)), Decimal())
    return cut / sum(emissions, Decimal()), v[1]


def limit_2020(v: Sequence[Decimal], n: int) -> tuple[Decimal, Decimal]:
    """What the cities may still emit against the limit."""
    emissions, cuts = v[2 : 2 + n], v[2 + n : 2 + 2 * n]
    return sum((e * (100 - r) / 100 for e, r in zip(emissions, cuts, strict=True)), Decimal()), v[0]


def key_project_reduction(v: Sequence[Decimal], n: int) -> tuple[Decimal, Decimal]:
    """The cities' key projects against the whole reduction that limit and percentage imply."""
    return sum(v[2 + 2 * n :], Decimal()), v[0] * v[1] / (100 - v[1])


def increment_limit(v: Sequence[Decimal], n: int) -> tuple[Decimal, Decimal]:
    """The cities' increments against the province's."""
    return sum(v[1:], Decimal()), v[0]
