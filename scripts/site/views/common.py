"""Joins and names that several pages need, so that each is worked out in one way only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from scripts.package import SOURCE, Package, Row
from scripts.site import addresses


@dataclass(frozen=True)
class Link:
    """Words that lead to a site path."""

    title: str
    address: str


def by(rows: Iterable[Row], key: str) -> dict[str, Row]:
    """The rows by the text of a column; raises ValueError where two rows share it."""
    found: dict[str, Row] = {}
    for row in rows:
        if row[key] in found:
            raise ValueError(f"{key} {row[key]!r} stands in two rows")
        found[row[key]] = row
    return found


def grouped(rows: Iterable[Row], key: str) -> dict[str, tuple[Row, ...]]:
    """The rows of each value of a column, values and rows in file order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return {value: tuple(members) for value, members in found.items()}


def named(rows: Iterable[Row], key: str, column: str = "name") -> dict[str, str]:
    """Identifier → name, for a resource whose key is `key`."""
    return {identifier: row[column] for identifier, row in by(rows, key).items()}


def field_of(package: Package, resource: str, field: str) -> Mapping[str, Any]:
    """A field of a resource as the descriptor declares it; raises KeyError where there is none."""
    for candidate in package.descriptor["resources"]:
        if candidate["name"] == resource:
            for declared in candidate["schema"]["fields"]:
                if declared["name"] == field:
                    return dict(declared)
    raise KeyError(f"{resource}.{field}")


def labels(package: Package, resource: str, field: str) -> dict[str, str]:
    """Value → Chinese label of a closed vocabulary, from the descriptor's categories."""
    return {item["value"]: item["label"] for item in field_of(package, resource, field)["categories"]}


def measure_title(row: Row) -> str:
    """An item as the site calls it: 第 5 条 推动能源结构优化."""
    return f"第 {row['measure']} 条 {row['title']}"


def chapter_title(row: Row) -> str:
    """A chapter as the site calls it: 第二章 优化产业和能源结构."""
    return f"第{row['label']}章 {row['title']}"


def measure_link(row: Row) -> Link:
    """An item's page."""
    return Link(measure_title(row), addresses.measure(row["measure"]))


def chapter_link(row: Row) -> Link:
    """A chapter's page."""
    return Link(chapter_title(row), addresses.chapter(row["chapter"]))


def department_link(row: Row) -> Link:
    """A department's page."""
    return Link(row["name"], addresses.department(row["department"]))


def line_finder(text: str) -> Callable[[int], int]:
    """A function from a code point of `text` to its line, counted from 1."""
    starts = list(accumulate((len(line) for line in text.split("\n")), lambda at, length: at + length + 1, initial=0))
    return lambda offset: bisect_right(starts, offset)


def line_range(lines: Callable[[int], int], start: int, end: int) -> str:
    """The lines of [start, end): 第 54 行 or 第 54–56 行."""
    first, last = lines(start), lines(end - 1)
    return f"第 {first} 行" if first == last else f"第 {first}–{last} 行"


def source_origin(lines: Callable[[int], int], start: int, end: int) -> str:
    """Where a range of the source stands, as the page foot prints it."""
    return f"datapackage/{SOURCE} {line_range(lines, start, end)}"


def span(row: Row) -> tuple[int, int]:
    """The source range of a row; raises ValueError where the row has none."""
    return int(row["source_start"]), int(row["source_end"])


def departments_of_measures(package: Package) -> dict[tuple[str, str], tuple[Link, ...]]:
    """(item, role) → the departments in the order printed."""
    departments = by(package.tables["departments"], "department")
    rows = sorted(package.tables["measure_departments"], key=lambda row: int(row["position"]))
    found: dict[tuple[str, str], tuple[Link, ...]] = {}
    for row in rows:
        key = (row["measure"], row["role"])
        found[key] = (*found.get(key, ()), department_link(departments[row["department"]]))
    return found
