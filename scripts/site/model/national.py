"""What the national plan sets for the same things, beside what item 2 sets for the province."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.package import Row
from scripts.site.model.province import Province
from scripts.site.text import national_text
from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Beside:
    """Province and nation in a sentence; `goal`: the site path of the province's target, empty without a pair."""

    told: str
    goal: str


@dataclass(frozen=True)
class National:
    """`beside`: indicator → its sentence; `together`: all that can be compared, in as few sentences as it takes.

    `documents`: address → title of the national plan's document.
    """

    beside: Mapping[str, Beside]
    together: tuple[str, ...]
    documents: Mapping[str, str]


def national_of(rows: Iterable[Row], names: Mapping[str, str], province: Province, text: Texts) -> National:
    """The rows of `national_targets` beside the province's targets; `names`: indicator → name.

    Only decreases are compared: a level of the nation says nothing of one province's.
    """
    rows = tuple(rows)
    documents = {row["url"]: row["document"] for row in rows}
    nation = {row["indicator"]: row for row in rows if row["change"] == "decrease"}
    pairs: list[national_text.Pair] = []
    found = {}
    for indicator, name in names.items():
        own, row = province.targets.get((indicator, "decrease")), nation.get(indicator)
        if own is None or row is None:
            found[indicator] = Beside(national_text.absent(text, indicator, name, row), "")
            continue
        pairs.append((name, own.row, row))
        found[indicator] = Beside(national_text.beside(text, pairs[-1]), own.address)
    return National(found, tuple(national_text.together(text, pairs)), documents)
