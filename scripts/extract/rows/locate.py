"""Finds the words of an entry in the source: one mechanism for targets, numbers and errata."""

from __future__ import annotations

import re

from scripts.compact_text import CompactText, occurrences
from scripts.extract.etc.entries import Entry
from scripts.findings import Finding
from scripts.target_parsing import NUMBER


def locate(entry: Entry, quote: str, within: CompactText, where: str) -> tuple[int | None, list[Finding]]:
    """The one place where `quote` begins in `within`; `occurrence` counts from 1 and is written only where needed."""
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
    return places[int(chosen or 1) - 1], []


def locate_number(entry: Entry, within: CompactText, start: int) -> tuple[re.Match[str] | None, list[Finding]]:
    """The number that `token` of `entry` counts out in its quote at `start`, matched in the text around."""
    end = start + len(entry["quote"])
    numbers = [match for match in NUMBER.finditer(within.text) if start <= match.start() and match.end() <= end]
    if entry["token"] not in {str(n) for n in range(1, len(numbers) + 1)}:
        problem = f"引文里有 {len(numbers)} 个数字，没有第“{entry['token']}”个"
        return None, [entry.finding("quote-token", problem, "token 应为引文中第几个数字（年份也算）")]
    return numbers[int(entry["token"]) - 1], []
