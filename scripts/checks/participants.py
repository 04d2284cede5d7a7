"""The department bracket, the open end of its list and the departments named are one and the same."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package


def expected(package: Package, measure: str, participants_open: str) -> str:
    """The bracket that the rows of `measure_departments` make."""
    names = {row["department"]: row["name"] for row in package.tables["departments"]}
    by_role: dict[str, list[str]] = {"lead": [], "participating": []}
    for row in package.tables["measure_departments"]:
        if row["measure"] == measure:
            by_role[row["role"]].append(names[row["department"]])
    if not by_role["lead"]:
        return ""
    others = "，参加单位：" + "、".join(by_role["participating"]) if by_role["participating"] else ""
    return f"（牵头单位：{'、'.join(by_role['lead'])}{others}{'等部门' if participants_open == 'true' else ''}）"


def check(package: Package) -> Iterator[Finding]:
    """Rule `participants`: the bracket read back from its rows is the bracket printed."""
    for line, row in numbered(package, "measures"):
        if expected(package, row["measure"], row["participants_open"]) != row["responsibility"]:
            problem = f"第 {row['measure']} 条的部门与括号里印的不同"
            yield at(package, "measures", line, "participants", problem)
        general = row["kind"] == "general"
        if general != (row["responsibility"] == "") or general != (row["participants_open"] == ""):
            problem = f"第 {row['measure']} 条的 kind、responsibility、participants_open 不一致"
            yield at(package, "measures", line, "participants", problem)
