"""The list of numbers is complete: every Arabic number of every measure, in order, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, at_source, numbered
from scripts.compact_text import compact
from scripts.findings import Finding
from scripts.package import Package
from scripts.target_parsing import NUMBER


def check(package: Package) -> Iterator[Finding]:
    """Rule `number-list`: `5.3` is the third number of measure 5, position 3, where the source prints it."""
    printed: dict[str, tuple[str, int]] = {}
    for row in package.tables["measures"]:
        start, end = int(row["source_start"]), int(row["source_end"])
        words = compact(package.text[start:end], start)
        for order, match in enumerate(NUMBER.finditer(words.text), start=1):
            printed[f"{row['measure']}.{order}"] = (match[0], words.offsets[match.start()])
    listed = {row["number"]: (row["as_printed"], int(row["source_start"])) for row in package.tables["numbers"]}
    for number, (digits, place) in printed.items():
        if listed.get(number) != (digits, place):
            problem = f"第 {number} 个数“{digits}”没有列入 numbers，或位置不对"
            fix = "请运行 make package 重新生成"
            yield at_source(package, place, "number-list", problem, fix)
    for line, row in numbered(package, "numbers"):
        if row["number"] not in printed or row["number"] != f"{row['measure']}.{row['position']}":
            problem = f"原文没有第 {row['number']} 个数，或 measure、position 与它不同"
            yield at(package, "numbers", line, "number-list", problem)
