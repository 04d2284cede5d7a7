"""Every figure of a Chinese text stands in its English as printed, and nothing else does; the comparator, too."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.english_twins import MEND, of_the_plan, twins
from scripts.checks.places import at
from scripts.english_parsing import figures_due, figures_of, said_otherwise
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `english-figures`: a number that one text has and the other has not, or a bound that is told otherwise."""
    units = [row["unit_en"] for row in package.tables["units"]]
    for twin in twins(package):
        if twin.column == "name" and not of_the_plan(twin):
            continue  # a name is bound by english_names; a symbol in it is no figure
        due, found = figures_due(twin.chinese), figures_of(twin.english, units)
        problems = [] if due == found else [f"应有数字 {'、'.join(due) or '无'}，实有 {'、'.join(found) or '无'}"]
        problems += said_otherwise(twin.chinese, twin.english) if of_the_plan(twin) else []
        for problem in problems:
            told = f"{twin.column}_en 与中文不符：{problem}"
            yield at(package, twin.resource, twin.line, "english-figures", told, MEND)
