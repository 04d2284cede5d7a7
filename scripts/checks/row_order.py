"""Rows stand in the order of the plan: what is counted counts up, what has a place follows its place."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package

#: resource → the column that counts 1, 2, 3 … and the columns within which it starts again
COUNTED = {
    "chapters": ("chapter", ()),
    "measures": ("measure", ()),
    "sentences": ("sentence", ("measure",)),
    "segments": ("segment", ()),
    "measure_departments": ("position", ("measure", "role")),
    "cities": ("position", ()),
}
#: resources whose rows follow the source
PLACED = ("chapters", "measures", "sentences", "numbers", "errata", "segments", "measure_departments")


def check(package: Package) -> Iterator[Finding]:
    """Rule `row-order`: a gap or repeat in a count, or a row out of the order of the source."""
    for resource, (column, within) in COUNTED.items():
        last: tuple[tuple[str, ...], int] = ((), 0)
        for line, row in numbered(package, resource):
            group = tuple(row[name] for name in within)
            wanted = last[1] + 1 if group == last[0] else 1
            if int(row[column]) != wanted:
                yield at(package, resource, line, "row-order", f"{column} 应为 {wanted}，实为 {row[column]}")
            last = (group, int(row[column]))
    for resource in PLACED:
        place = -1
        for line, row in numbered(package, resource):
            if int(row["source_start"]) < place:
                yield at(package, resource, line, "row-order", "行的次序与原文不同")
            place = int(row["source_start"])
