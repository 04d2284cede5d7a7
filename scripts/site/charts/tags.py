"""What stands on a chart so that nobody takes its figures for results: what they are, by their quantities."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.site.text.texts import Texts

#: what a figure is, in the order in which a chart names it
NATURES = ("baseline", "target", "derived", "inferred")
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
    """2015 年基数、推算，非完成情况; raises ValueError for a nature that there is none of."""
    words = nature_words(text)
    found = sorted(set(natures), key=NATURES.index)
    return text._("{natures}，非完成情况", natures=text.listed(words[nature] for nature in found))


def nature_words(text: Texts) -> dict[str, str]:
    """What each nature is called in a list of them."""
    return {
        "baseline": text.pgettext("what figures are", "2015 年基数"),
        "target": text.pgettext("what figures are", "目标"),
        "derived": text.pgettext("what figures are", "推算"),
        "inferred": text.pgettext("what figures are", "推断"),
    }


def tag(text: Texts, quantities: Iterable[str]) -> str:
    """The tag of a chart of these quantities; raises KeyError for an unknown one."""
    return tag_of(text, (NATURE_OF[quantity] for quantity in quantities))
