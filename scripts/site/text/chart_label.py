"""Tonnes beside a bar, where hundredths would only be noise; the tables have every digit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from scripts.site.text.texts import Texts

TEN_THOUSAND = Decimal(10000)


def tonnes(text: Texts, values: Sequence[str]) -> list[str]:
    """The figures of one chart in one unit: 24.15 万吨, or whole tonnes where one is below 10,000 or none counts so."""
    numbers = [Decimal(value) for value in values]
    if text.counts_by_ten_thousands and all(number >= TEN_THOUSAND for number in numbers):
        return [text.quantity(half_up(number / TEN_THOUSAND, "0.01"), "万吨") for number in numbers]
    return [text.quantity(half_up(number, "1"), "吨") for number in numbers]


def half_up(number: Decimal, place: str) -> str:
    """The number to the last digit of `place`."""
    return str(number.quantize(Decimal(place), ROUND_HALF_UP))
