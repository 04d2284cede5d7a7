"""What the Chinese names (a term, an indicator, a city, a department) is named in the English by its `name_en`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.checks.english_twins import MEND, of_the_plan, twins
from scripts.checks.places import at
from scripts.english_parsing import bare_name
from scripts.findings import Finding
from scripts.package import Package
from scripts.target_parsing import NUMBER

#: the tables whose names bind every text, and those whose names bind the plan's own words
EVERYWHERE = ("cities", "departments")
IN_THE_PLAN = ("terms", "indicators")


def names_of(package: Package, tables: tuple[str, ...]) -> dict[str, str]:
    """Chinese name → English name, the longest first, so that a name within another is not looked for."""
    found = {row["name"]: row["name_en"] for table in tables for row in package.tables[table]}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def named(chinese: str, names: Mapping[str, str]) -> Iterator[str]:
    """The names that a text mentions, each once."""
    for name in names:
        if name in chinese:
            chinese = chinese.replace(name, "\n")
            yield name


def check(package: Package) -> Iterator[Finding]:
    """Rule `english-names`: one rendering for one name; a unit (万吨标准煤) is no name."""
    everywhere, of_plan = names_of(package, EVERYWHERE), names_of(package, (*EVERYWHERE, *IN_THE_PLAN))
    own = {(table, "name") for table in (*EVERYWHERE, *IN_THE_PLAN)}
    units = sorted((row["unit"] for row in package.tables["units"] if not NUMBER.search(row["unit"])), key=len)
    for twin in twins(package):
        if (twin.resource, twin.column) in own:
            continue
        names = of_plan if of_the_plan(twin) else everywhere
        words = twin.chinese
        for unit in reversed(units):
            words = words.replace(unit, "\n")
        for name in named(words, names):
            if bare_name(names[name]) not in twin.english.lower():
                told = f"{twin.column}_en 里“{name}”应写作“{names[name]}”"
                yield at(package, twin.resource, twin.line, "english-names", told, MEND)
