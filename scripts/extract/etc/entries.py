"""An entry of a hand-kept list with its line, and which keys it may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.findings import Finding
from scripts.kept.nodes import Node
from scripts.kept.schema import SLUG, SLUG_FORM, WEB, WEB_FORM, Schema, closed, listed, text

#: longer than any number, code or date that is kept by hand
SHORT = 60
#: keys whose values are read as numbers or codes
CODES = frozenset(
    (
        *("annex", "baseline_year", "by_position", "gbt2260", "measure", "occurrence", "target"),
        *("target_year", "token", "total", "value"),
    )
)
#: keys whose values stand in addresses, and so are made of a few letters
SLUGS = frozenset({"city", "column", "department", "erratum", "indicator", "quantity", "resource", "term"})


@dataclass(frozen=True)
class Entry:
    """One mapping of a hand-kept file; absent keys read as empty text."""

    path: str
    line: int
    values: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.values.get(key, "")

    def finding(self, rule: str, problem: str, fix: str) -> Finding:
        """A finding at this entry."""
        return Finding(self.path, self.line, rule, problem, fix)


@dataclass(frozen=True)
class Keys:
    """Which keys an entry must and may have; `unique` names the keys that together occur once."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()


def value_schema(key: str, empty: bool = False) -> Schema:
    """What the value of a key may be; one that may be left out may also be empty."""
    if key in SLUGS:
        return text(SHORT, SLUG, SLUG_FORM, empty=empty)
    if key == "url":
        return text(2000, WEB, WEB_FORM, empty=empty)
    return text(SHORT, empty=empty) if key in CODES else text(empty=empty)


def list_schema(keys: Keys) -> Schema:
    """The JSON Schema of a list of entries with these keys."""
    optional = {key: value_schema(key, empty=True) for key in keys.optional}
    return listed(closed({key: value_schema(key) for key in keys.required}, **optional))


def entries_of(path: str, node: Node | None) -> tuple[Entry, ...]:
    """The entries of a list that fits its schema, in file order."""
    listed_here = node.items if node else ()
    return tuple(
        Entry(path, each.line, {key: value.text for key, value in each.entries.items()}) for each in listed_here
    )


def duplicates(entries: Iterable[Entry], unique: tuple[str, ...]) -> list[Finding]:
    """A finding for each entry whose `unique` values another entry has already used."""
    seen: set[tuple[str, ...]] = set()
    findings = []
    for entry in entries:
        value = tuple(entry[key] for key in unique)
        if unique and value in seen:
            findings.append(entry.finding("duplicate-entry", f"{'、'.join(value)} 重复", "请删去或改名"))
        seen.add(value)
    return findings
