"""Where the glossary's terms stand in the plan, by their names alone: of two that overlap, the longer counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Terms:
    """`names`: a term's name → its identifier."""

    names: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """(term, start, end) of every name in the text, from left to right, none inside another."""
        for match in self._pattern.finditer(text):
            yield self.names[match[0]], match.start(), match.end()
