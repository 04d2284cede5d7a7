"""Lists of figures: the n-th figure of a list belongs to the n-th name before it (甲、乙分别控制在 1 吨、2 吨以内)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scripts.target_parsing import NUMBER

#: the figures of a list that stand before one of it
EARLIER = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?(?:%|个百分点|万吨标准煤|万吨|吨|个)[、和])+$")


def indicators_in(words: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The indicators that `words` name, in the order in which they do; indicator → the names that it goes by."""
    places = {
        indicator: min((words.index(name) for name in called if name in words), default=-1)
        for indicator, called in names.items()
    }
    return sorted((indicator for indicator, place in places.items() if place >= 0), key=lambda each: places[each])


def place_in_list(words: str, number: re.Match[str]) -> int:
    """How many figures of the same list stand before `number`."""
    earlier = EARLIER.search(words, 0, number.start())
    return len(NUMBER.findall(earlier[0])) if earlier else 0
