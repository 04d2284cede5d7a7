"""What the key projects take of a reduction that is required, in words; both in tonnes, rounded to a hundredth."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from scripts.site.text.texts import N_, Texts

#: what the rounding of the two figures alone can set between them
ROUNDING = Decimal("0.01")
WHOLE = N_("其中重点工程 {amount}，即全部")
ABOVE = N_("重点工程列了 {amount}，比它还多")
MOST = N_("其中重点工程 {amount}，超过 99%")
LEAST = N_("其中重点工程 {amount}，不到 1%")
PART = N_("其中重点工程 {amount}，约 {share}%")


def projects_part(text: Texts, required: Decimal, projects: str) -> str:
    """The key projects' figure and how much of the required reduction it is: 其中重点工程 10301.54 吨，约 50%."""
    planned = Decimal(projects)
    amount = text.quantity(projects, "吨")
    if abs(required - planned) <= ROUNDING:
        return text._(WHOLE, amount=amount)
    if planned > required:
        return text._(ABOVE, amount=amount)
    share = rounded(planned * 100 / required)
    if share > 99:
        return text._(MOST, amount=amount)
    if share < 1:
        return text._(LEAST, amount=amount)
    return text._(PART, amount=amount, share=share)


def projects_range(text: Texts, name: str, shares: Sequence[Decimal]) -> str:
    """How much of it the key projects take over all cities, in per cent: 化学需氧量 40%–54%, 氨氮 100%."""
    least, most = rounded(min(shares)), rounded(max(shares))
    if least == most:
        return text._("{name} {share}%", name=name, share=most)
    return text._("{name} {least}%–{most}%", name=name, least=least, most=most)


def rounded(share: Decimal) -> Decimal:
    """Half-up to whole per cent."""
    return share.quantize(Decimal(1), ROUND_HALF_UP)
