"""Printed decimals with the rounding they carry: every figure stands for a small range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Band:
    """A figure, and the smallest and the largest that it may be before rounding."""

    value: Decimal
    low: Decimal
    high: Decimal


def rounded(text: str, power: int = 0) -> Band:
    """A printed decimal times ten to the `power`: half a unit of its last digit either way."""
    value = Decimal(text)
    half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    return Band(value.scaleb(power), (value - half).scaleb(power), (value + half).scaleb(power))


def total(bands: Iterable[Band]) -> Band:
    """The sum, each figure at the same end of its range."""
    bands = tuple(bands)
    return Band(*(sum((getattr(band, end) for band in bands), Decimal()) for end in ("value", "low", "high")))


def show(value: Decimal | None, places: int) -> str:
    """At most `places` decimals, half-up; a figure printed with fewer keeps its own; never −0."""
    if value is None:
        return ""
    longer = -int(value.as_tuple().exponent) > places
    exact = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if longer else value
    return format(abs(exact) if exact == 0 else exact, "f")
