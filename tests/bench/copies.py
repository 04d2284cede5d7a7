"""What a copy of a thing is called: the names and numbers that keep the copies of one plan apart."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.extract.plan.numerals import format_numeral

#: copies are told apart by two letters, and their figures by whole per cents
MOST = 100


@dataclass(frozen=True)
class Sizes:
    """How many chapters, items and cities the plan has that is copied."""

    chapters: int
    items: int
    cities: int


def word(name: str, copy: int) -> str:
    """A name of copy 0, 1, …; the first copy keeps its name: 沈阳, 沈阳二."""
    if not copy:
        return name
    return f"{name} {copy + 1}" if name.isascii() else name + format_numeral(copy + 1)


def slug(name: str, copy: int) -> str:
    """An identifier that may hold a hyphen: finance-department, finance-department-2."""
    return f"{name}-{copy + 1}" if copy else name


def letters(name: str, copy: int) -> str:
    """An identifier of letters alone: shenyang, shenyangab."""
    return name + chr(97 + copy // 26) + chr(97 + copy % 26) if copy else name


def number(identifier: str, copy: int, items: int) -> str:
    """An item, or what is numbered within one: 5 and 5.2 become 49 and 49.2 in copy 1 of 44 items."""
    measure, dot, rest = identifier.partition(".")
    return f"{int(measure) + copy * items}{dot}{rest}"


def partner(copy: int, item: int, copies: int) -> int:
    """The copy whose departments answer for an item: each is drawn on equally often, by items of every copy."""
    return (copy + item) % copies
