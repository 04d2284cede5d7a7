"""Where in the package a finding stands: the line of a row in its CSV, and text ranges of a row."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compact_text import without_space
from scripts.findings import Finding
from scripts.package import SOURCE, Package, Row

REBUILD = "下载的数据请重新下载；在项目里不要手改 data/，在 raw/ 或 etc/ 改正后运行 make package"


def path_of(package: Package, resource: str) -> str:
    """The path of a resource's file in the package."""
    return next(str(each["path"]) for each in package.descriptor["resources"] if each["name"] == resource)


def numbered(package: Package, resource: str) -> Iterator[tuple[int, Row]]:
    """Each row of a resource with its line: the header is line 1, and no cell holds a line end."""
    return iter(enumerate(package.tables[resource], start=2))


def at(package: Package, resource: str, line: int, rule: str, problem: str, fix: str = REBUILD) -> Finding:
    """A finding at a line of a resource's CSV."""
    return Finding(path_of(package, resource), line, rule, problem, fix)


def at_source(package: Package, offset: int, rule: str, problem: str, fix: str) -> Finding:
    """A finding at a code point of the source."""
    return Finding(SOURCE, package.text.count("\n", 0, offset) + 1, rule, problem, fix)


def slice_of(package: Package, row: Row) -> str:
    """The source between `source_start` and `source_end` of a row, to the letter."""
    return package.text[int(row["source_start"]) : int(row["source_end"])]


def words_at(package: Package, row: Row) -> str:
    """The same without white space."""
    return without_space(slice_of(package, row))


def is_tight(package: Package, row: Row) -> bool:
    """Whether a range lies within the source, is not empty and has no white space at its ends."""
    start, end = int(row["source_start"]), int(row["source_end"])
    words = package.text[start:end]
    return 0 <= start < end <= len(package.text) and words == words.strip()
