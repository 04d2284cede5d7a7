"""Where the glossary's terms stand in the plan, by their names alone: of two that overlap, the longer counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Terms:
    """`names`: a term's name → its identifier; capital and small letters are the same."""

    names: Mapping[str, str]

    @cached_property
    def _terms(self) -> Mapping[str, str]:
        return {name.lower(): term for name, term in self.names.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(spelt, longest_first)) or r"(?!)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """(term, start, end) of every name in the text, from left to right, none inside another."""
        for match in self._pattern.finditer(text):
            yield self._terms[match[0].lower()], match.start(), match.end()


def spelt(name: str) -> str:
    """A name as a pattern: one in Latin letters begins where a word does."""
    return rf"\b{re.escape(name)}" if name.isascii() else re.escape(name)
