"""Rows stand in the order that is stated: what is counted counts up, what has a place follows its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.checks.places import at, numbered
from scripts.compact_text import without_space
from scripts.findings import Finding
from scripts.package import Package, Row

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
#: what an alias may belong to, in this order → its table
TABLES = {
    "city": "cities",
    "department": "departments",
    "indicator": "indicators",
    "term": "terms",
    "measure": "measures",
}
FIX = "请在 etc/ 里把这一条移到所说的位置"


def check(package: Package) -> Iterator[Finding]:
    """Rule `row-order`: a gap or repeat in a count, or a row out of the order of the source or of its things."""
    yield from check_plan(package)
    named = [row["department"] for row in package.tables["measure_departments"]]
    first = {department: place for place, department in reversed(list(enumerate(named)))}
    said = "责任单位按在方案中首次出现的先后排列"
    yield from check_kept(package, "departments", lambda row: first.get(row["department"], -1), said)
    words = without_space(package.text)
    yield from check_kept(package, "terms", lambda row: words.find(row["name"]), "术语按在方案中首次出现的先后排列")
    things = [(kind, row[kind]) for kind, table in TABLES.items() for row in package.tables[table]]
    order = {thing: place for place, thing in enumerate(things)}
    said = "别名先按种类、再按所属对象在其表中的次序排列"
    yield from check_kept(package, "aliases", lambda row: order.get((row["entity_type"], row["entity"]), -1), said)


def check_kept(package: Package, resource: str, place: Callable[[Row], int], said: str) -> Iterator[Finding]:
    """A finding for each row that a person keeps and that stands after one that should follow it."""
    furthest = 0
    for line, row in numbered(package, resource):
        here = place(row)
        if 0 <= here < furthest:  # below 0: it has no place, which is for another rule to say
            yield at(package, resource, line, "row-order", said, FIX)
        furthest = max(furthest, here)


def check_plan(package: Package) -> Iterator[Finding]:
    """The tables that are read from the plan itself."""
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
