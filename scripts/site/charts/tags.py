"""What stands on a chart so that nobody takes its figures for results: what they are, by their quantities."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.site.text.texts import N_, Texts

#: what a figure is, in the order in which a chart names it
NATURES = {"baseline": N_("2015 年基数"), "target": N_("目标"), "derived": N_("推算"), "inferred": N_("推断")}
#: quantity → what its figures are
NATURE_OF = {
    "emissions_2015": "baseline",
    "reduction_pct": "target",
    "increment_limit": "target",
    "key_project_reduction": "target",
    "emissions_2020_limit": "derived",
    "required_reduction": "derived",
}


def tag_of(text: Texts, natures: Iterable[str]) -> str:
    """2015 年基数、推算，非完成情况; raises KeyError for a nature that there is none of."""
    found = sorted(set(natures), key=list(NATURES).index)
    return text._("{natures}，非完成情况", natures=text.listed(text._(NATURES[nature]) for nature in found))


def tag(text: Texts, quantities: Iterable[str]) -> str:
    """The tag of a chart of these quantities; raises KeyError for an unknown one."""
    return tag_of(text, (NATURE_OF[quantity] for quantity in quantities))
