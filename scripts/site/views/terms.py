"""Where the glossary's terms stand in the plan, by their names alone: of two that overlap, the longer counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.package import Package


@dataclass(frozen=True)
class Terms:
    """`names`: a term's name → its identifier."""

    names: dict[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """(term, start, end) of every name in the text, from left to right, none inside another."""
        for match in self._pattern.finditer(text):
            yield self.names[match[0]], match.start(), match.end()


def read_terms(package: Package) -> Terms:
    """The names of all terms."""
    return Terms({row["name"]: row["term"] for row in package.tables["terms"]})


def terms_of_measures(package: Package) -> dict[str, frozenset[str]]:
    """Item → the terms that its title or text names."""
    terms = read_terms(package)
    return {
        row["measure"]: frozenset(term for part in (row["title"], row["text"]) for term, _, _ in terms.find(part))
        for row in package.tables["measures"]
    }
