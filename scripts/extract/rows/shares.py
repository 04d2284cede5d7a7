"""Whether one share of 2015 emissions gives every key-project figure of an annex to the printed digit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

#: Half a hundredth of a tonne: a figure is rounded half-up to 0.01 t.
HALF = Decimal("0.005")
#: More digits than any figure of the plan could tell apart.
MOST_DIGITS = 20


def common_share(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """The share in per cent, of (emissions, key projects): the shortest decimal that gives every figure.

    Of several as short, the one nearest the middle of the range that does; None where no share does.
    """
    low = max((part - HALF) * 100 / whole for whole, part in pairs)
    high = min((part + HALF) * 100 / whole for whole, part in pairs)
    for places in range(MOST_DIGITS):
        unit = Decimal(1).scaleb(-places)
        first = int((low / unit).to_integral_value(ROUND_CEILING))
        found = []
        while first * unit < high:
            found.append(first * unit)
            first += 1
        if found:
            middle = (low + high) / 2
            return min(found, key=lambda share: abs(share - middle))
    return None
