"""A target's value is the number it claims, and that number stands in its quote."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package, Row
from scripts.target_parsing import ZERO_GROWTH

NUMERIC = ("value", "unit", "comparator", "change")


def problem_of(row: Row, numbers: dict[str, Row]) -> str:
    """What is wrong between a target and its number, or nothing."""
    if row["target"] != f"{row['measure']}.{row['position']}":
        return "编号与 measure、position 不同"
    if row["number"] != (f"{row['measure']}.{row['number_position']}" if row["number_position"] else ""):
        return "number 与 measure、number_position 不同"
    if row["kind"] == "deadline":
        wrong = row["number"] or any(row[key] for key in NUMERIC) or not row["target_year"]
        return "期限目标应有年份而没有数" if wrong else ""
    if not all(row[key] for key in NUMERIC):
        return "有数的目标缺少数值、单位、比较符或变化方式"
    if not row["number"]:
        zero = ZERO_GROWTH in row["quote"] and (row["value"], row["unit"]) == ("0", "%")
        return "" if zero else "没有引用数字，也不是零增长"
    number = numbers.get(row["number"])
    if number is None or number["as_printed"] != row["value"]:
        return f"value“{row['value']}”不是它引用的数字"
    inside = int(row["source_start"]) <= int(number["source_start"])
    inside = inside and int(number["source_end"]) <= int(row["source_end"])
    return "" if inside else "引用的数字不在引文之内"


def check(package: Package) -> Iterator[Finding]:
    """Rule `target-number`: every numeric target but 零增长 claims one number of its own words."""
    numbers = {row["number"]: row for row in package.tables["numbers"]}
    for line, row in numbered(package, "targets"):
        if problem := problem_of(row, numbers):
            yield at(package, "targets", line, "target-number", f"{row['target']}：{problem}")
