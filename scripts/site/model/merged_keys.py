"""Keys that look like decimals: readers that guess types take 2.10 for 2.1, and two keys for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from scripts.package import Package
from scripts.site.fields import tables


@dataclass(frozen=True)
class MergedKeys:
    """The key `column` of a table: `count` keys of which a reader of decimals leaves `left`.

    `pair`: two keys that become one, in the order of the table.
    """

    resource: str
    column: str
    count: int
    left: int
    pair: tuple[str, str]


def merged_keys(package: Package) -> Iterator[MergedKeys]:
    """Every table whose keys would be merged, in the order of the package."""
    for resource in tables(package.descriptor):
        column, *others = resource["schema"]["primaryKey"]
        keys = [row[column] for row in package.tables[resource["name"]]]
        if others or not all(map(is_decimal, keys)):
            continue
        first: dict[Decimal, str] = {}
        pairs = [(first.setdefault(Decimal(key), key), key) for key in keys]
        pair = next(((before, key) for before, key in pairs if before != key), None)
        if pair:
            yield MergedKeys(resource["name"], column, len(keys), len(first), pair)


def is_decimal(text: str) -> bool:
    """Can it be read as a number?"""
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
