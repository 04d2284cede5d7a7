"""The share of 2015 emissions that gives every key-project figure of an annex, and how it must be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from scripts.package import Package, Row

SHARE = "key_project_share"
HUNDREDTH = Decimal("0.01")
WITHOUT = ("province_value", "difference", "tolerance", "source_start", "source_end")


def share_row(package: Package, indicator: str, columns: Mapping[str, list[str]]) -> Row:
    """The columns of an annex compared with itself; `cities_value` is what is stated where that will do."""
    emissions, parts = columns["emissions_2015"], columns["key_project_reduction"]
    low, high = share_range(emissions, parts)
    stated = stated_share(package, indicator)
    value, reason = f"{low:.9f}…{high:.9f} 之间最短的小数", "one_share"
    if low >= high:
        value, reason = "", "no_share"
    elif stated and is_the_share(stated, emissions, parts):
        value = stated
        reason = (
            "printed_share" if {Decimal(each) for each in columns["reduction_pct"]} == {Decimal(stated)} else reason
        )
    return dict.fromkeys(WITHOUT, "") | {
        "cities_value": value,
        "unit": "%",
        "verdict": "agrees" if low < high else "differs",
        "reason": reason,
        "inferred": "false",
    }


def stated_share(package: Package, indicator: str) -> str:
    """The common share that the table states for an indicator, or empty."""
    own = (row for row in package.tables["reconciliation"] if (row["indicator"], row["check"]) == (indicator, SHARE))
    return next((row["cities_value"] for row in own), "")


def share_range(emissions: Sequence[str], parts: Sequence[str]) -> tuple[Decimal, Decimal]:
    """[low, high) of the shares in per cent that give each part, rounded half-up to 0.01, of its emissions."""
    pairs = [(Decimal(e), Decimal(p)) for e, p in zip(emissions, parts, strict=True)]
    half = HUNDREDTH / 2
    return max((p - half) / e * 100 for e, p in pairs), min((p + half) / e * 100 for e, p in pairs)


def is_the_share(share: str, emissions: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether `share` gives every part, no shorter decimal does, and none as short lies nearer the middle."""
    value = Decimal(share)
    for e, p in zip(emissions, parts, strict=True):
        if (Decimal(e) * value / 100).quantize(HUNDREDTH, ROUND_HALF_UP) != Decimal(p):
            return False
    low, high = share_range(emissions, parts)
    places = max(0, -int(value.as_tuple().exponent))
    shorter = Decimal(1).scaleb(1 - places)
    if places and (low / shorter).to_integral_value(ROUND_CEILING) * shorter < high:
        return False
    step, middle = Decimal(1).scaleb(-places), (low + high) / 2
    return abs(value - middle) <= min(abs(value - step - middle), abs(value + step - middle))
