"""Finds curated words in the source: one mechanism for targets, numbers and errata."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.compact_text import CompactText, occurrences
from scripts.extract.curated import Entry
from scripts.findings import Finding
from scripts.target_parsing import NUMBER


@dataclass(frozen=True)
class Place:
    """Curated words found: `text[start:end]` of the compact text they were looked up in."""

    within: CompactText
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Where the words stand in the source."""
        return self.within.span(self.start, self.end)


def locate(entry: Entry, quote: str, within: CompactText, where: str) -> tuple[Place | None, list[Finding]]:
    """The one place of `quote` in `within`; `occurrence` counts from 1 and is written only where needed."""
    places = occurrences(within.text, quote)
    chosen = entry["occurrence"]
    if not places:
        problem = f"{where}没有“{quote}”"
        return None, [entry.finding("quote-missing", problem, "请逐字核对原文（去掉空白）")]
    if len(places) == 1 and chosen:
        problem = f"{where}只有一处“{quote}”，occurrence 多余"
        return None, [entry.finding("quote-occurrence", problem, "请删去 occurrence")]
    if len(places) > 1 and chosen not in {str(n) for n in range(1, len(places) + 1)}:
        problem = f"{where}有 {len(places)} 处“{quote}”"
        return None, [entry.finding("quote-occurrence", problem, "请以 occurrence 写明第几处")]
    start = places[int(chosen or 1) - 1]
    return Place(within, start, start + len(quote)), []


def token_in(entry: Entry, place: Place) -> tuple[re.Match[str] | None, list[Finding]]:
    """The number token that `entry` names as the n-th of its quote, matched in the text around."""
    found = NUMBER.finditer(place.within.text)
    tokens = [match for match in found if place.start <= match.start() and match.end() <= place.end]
    if entry["token"] not in {str(n) for n in range(1, len(tokens) + 1)}:
        problem = f"引文里有 {len(tokens)} 个数字，没有第“{entry['token']}”个"
        return None, [entry.finding("quote-token", problem, "token 应为引文中第几个数字（年份也算）")]
    return tokens[int(entry["token"]) - 1], []
