"""Every range of the source gives the words that are said to stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.checks.places import at, is_tight, numbered, slice_of, words_at
from scripts.findings import Finding
from scripts.package import Package, Row


def words_wanted(resource: str, row: Row, names: Mapping[str, str]) -> str:
    """The words that the range of a row must give."""
    if resource == "measure_departments":
        return names[row["department"]]
    return row["quote"] if resource == "targets" else row["as_printed"]


def check(package: Package) -> Iterator[Finding]:
    """Rule `as-printed`: quotes, numbers, errata and departments without white space, cells to the letter."""
    names = {row["department"]: row["name"] for row in package.tables["departments"]}
    for resource in ("targets", "numbers", "errata", "measure_departments"):
        for line, row in numbered(package, resource):
            wanted = words_wanted(resource, row, names)
            if not is_tight(package, row) or words_at(package, row) != wanted:
                problem = f"原文该处是“{words_at(package, row)}”，不是“{wanted}”"
                yield at(package, resource, line, "as-printed", problem)
    for line, row in numbered(package, "city_targets"):
        if row["basis"] == "derived":
            if row["source_start"] or row["source_end"] or row["as_printed"]:
                yield at(package, "city_targets", line, "as-printed", "推算的数不应有原文位置")
        elif not is_tight(package, row) or slice_of(package, row) != row["as_printed"]:
            problem = f"原文该处是“{slice_of(package, row)}”，不是“{row['as_printed']}”"
            yield at(package, "city_targets", line, "as-printed", problem)
        elif row["as_printed"].removesuffix("%") != row["value"]:
            problem = f"印作“{row['as_printed']}”，value 却是“{row['value']}”"
            yield at(package, "city_targets", line, "as-printed", problem)
