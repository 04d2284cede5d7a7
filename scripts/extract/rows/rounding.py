"""Printed decimals with the rounding they carry: every figure stands for a small range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Rounded:
    """A printed figure and half a unit of its last digit."""

    value: Decimal
    half: Decimal

    @property
    def low(self) -> Decimal:
        """The smallest figure that would be printed so."""
        return self.value - self.half

    @property
    def high(self) -> Decimal:
        """The largest figure that would be printed so."""
        return self.value + self.half


def rounded(text: str, power: int = 0) -> Rounded:
    """A printed decimal times ten to the `power`."""
    value = Decimal(text)
    half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    return Rounded(value.scaleb(power), half.scaleb(power))


def total(figures: Iterable[Rounded]) -> Rounded:
    """The sum, its rounding errors added up."""
    figures = tuple(figures)
    return Rounded(sum((f.value for f in figures), Decimal()), sum((f.half for f in figures), Decimal()))


def show(value: Decimal | None, places: int) -> str:
    """At most `places` decimals, half-up; a figure printed with fewer keeps its own; never −0."""
    if value is None:
        return ""
    longer = -int(value.as_tuple().exponent) > places
    exact = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if longer else value
    return format(abs(exact) if exact == 0 else exact, "f")
