"""A number is of class `target` exactly when a target claims it; every other says why it is none."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `number-class`: no figure of the text is overlooked, and none is claimed by two readings."""
    claimed = {row["number"] for row in package.tables["targets"] if row["number"]}
    for line, row in numbered(package, "numbers"):
        if (row["class"] == "target") != (row["number"] in claimed):
            problem = f"第 {row['number']} 个数的 class 是 {row['class']}，与 targets 不符"
            yield at(package, "numbers", line, "number-class", problem)
        if (row["class"] == "target") == bool(row["note"]):
            problem = f"第 {row['number']} 个数应{'没有' if row['note'] else '有'}说明"
            yield at(package, "numbers", line, "number-class", problem)
