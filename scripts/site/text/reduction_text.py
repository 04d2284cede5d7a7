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
#: the same share by itself, in a sentence, where it is not the whole
SHARES = {
    ABOVE: N_("比应减的多"),
    MOST: N_("超过 99%"),
    LEAST: N_("不到 1%"),
    PART: N_("约 {share}%"),
}


def projects_part(text: Texts, required: Decimal, projects: str) -> str:
    """The key projects' figure and how much of the required reduction it is: 其中重点工程 10301.54 吨，约 50%."""
    message, share = part_of(required, Decimal(projects))
    return text._(message, amount=text.quantity(projects, "吨"), share=share)


def projects_share(text: Texts, required: Decimal, projects: str) -> str:
    """How much of the required reduction the key projects' figure is: 约 50%, 全部."""
    message, share = part_of(required, Decimal(projects))
    if message == WHOLE:
        return text.pgettext("within a sentence", "全部")
    return text._(SHARES[message], share=share)


def projects_label(text: Texts, required: Decimal, projects: str) -> str:
    """The same, as short as a label of a chart has to be."""
    message, share = part_of(required, Decimal(projects))
    if message == WHOLE:
        return text.pgettext("label of a chart", "全部")
    if message == PART:
        return text.pgettext("label of a chart", "约 {share}%", share=share)
    return text._(SHARES[message])


def part_of(required: Decimal, planned: Decimal) -> tuple[str, str]:
    """Which of the messages tells what is planned of what is required, and its whole per cent where it has one."""
    if abs(required - planned) <= ROUNDING:
        return WHOLE, ""
    if planned > required:
        return ABOVE, ""
    share = rounded(planned * 100 / required)
    if share > 99:
        return MOST, ""
    if share < 1:
        return LEAST, ""
    return PART, str(share)


def projects_range(text: Texts, name: str, shares: Sequence[Decimal]) -> str:
    """How much of it the key projects take over all cities, in per cent: 化学需氧量 40%–54%, 氨氮 100%."""
    least, most = rounded(min(shares)), rounded(max(shares))
    if least == most:
        return text._("{name} {share}%", name=name, share=most)
    return text._("{name} {least}%–{most}%", name=name, least=least, most=most)


def rounded(share: Decimal) -> Decimal:
    """Half-up to whole per cent."""
    return share.quantize(Decimal(1), ROUND_HALF_UP)
