"""The columns that have an English twin (`x`, `x_en`), cell by cell: what the rules on English look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.checks.places import numbered
from scripts.package import Package

MEND = "请改 etc/english/ 里的英文（名称的英文在各自的 etc/ 文件里）；下载的数据请重新下载"
#: the tables whose Chinese is the plan's own words; the others hold words of the editors
OF_THE_PLAN = frozenset({"chapters", "measures", "sentences", "targets"})


@dataclass(frozen=True)
class Twin:
    """One Chinese cell that says something, and the English beside it; `line` is the row's in the CSV."""

    resource: str
    line: int
    column: str
    chinese: str
    english: str


def twins(package: Package) -> Iterator[Twin]:
    """Every twin of the package, table by table."""
    for resource, rows in package.tables.items():
        columns = [column for column in (rows[0] if rows else ()) if f"{column}_en" in rows[0]]
        for line, row in numbered(package, resource) if columns else ():
            for column in columns:
                if row[column] or row[f"{column}_en"]:
                    yield Twin(resource, line, column, row[column], row[f"{column}_en"])


def of_the_plan(twin: Twin) -> bool:
    """Whether the Chinese is the plan's own."""
    return twin.resource in OF_THE_PLAN
