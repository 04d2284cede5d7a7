"""The finished real package in memory, whole or with one thing changed."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from scripts.findings import Finding
from scripts.package import Package, package_of, read_files
from tests.support import REAL, Printed

DESCRIPTOR = "datapackage.json"


@cache
def real_files() -> dict[str, bytes]:
    """The package as committed: path → bytes."""
    return read_files(REAL)


def changed(path: str, old: str, new: str) -> tuple[Package, int]:
    """The package with the first `old` of a file, which must be there, replaced; and the line on which it stood."""
    text = real_files()[path].decode("utf-8")
    assert old in text, f"{path} holds no {old!r}: the change would change nothing"
    package = package_of({**real_files(), path: text.replace(old, new, 1).encode("utf-8")})
    return package, text.count("\n", 0, text.index(old)) + 1 + old.startswith("\n")


def edited(table: str, key: str, change: dict[str, str] | None) -> tuple[Package, int]:
    """The package with cells changed, or with None the row gone, of the first row whose cells are `key`; and its line.

    `key` is the beginning of the row as it stands in the CSV.
    """
    package = package_of(real_files())
    rows = list(package.tables[table])
    place = next(place for place, row in enumerate(rows) if ",".join(row.values()).startswith(key))
    assert change is None or change.items() - rows[place].items(), "the change would change nothing"
    rows[place : place + 1] = [] if change is None else [{**rows[place], **change}]
    return replace(package, tables={**package.tables, table: tuple(rows)}), place + 2


def places(findings: Iterable[Finding]) -> list[Printed]:
    """Where each finding points and what it is called; what it says must be whole."""
    found = list(findings)
    assert all(isinstance(each.problem, str) and isinstance(each.fix, str) for each in found)
    assert not any("None" in each.problem or "None" in each.fix for each in found)
    return [Printed(each.path, each.line, each.rule) for each in found]
