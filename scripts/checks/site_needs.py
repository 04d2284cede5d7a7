"""The package holds what pages and downloads need: days, addresses, names and texts that every format can take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.checks.places import REBUILD, path_of
from scripts.descriptor_schema import NEEDED
from scripts.findings import Finding
from scripts.json_lines import LineFinder
from scripts.kept import ORIGIN
from scripts.kept.dates import is_day
from scripts.kept.schema import CELL, SLUG, WEB, broken
from scripts.package import DESCRIPTOR, Package

RULE = "site-needs"
#: resource → the column whose values are addresses of pages or of places in one
SLUGS = {
    "cities": "city",
    "departments": "department",
    "errata": "erratum",
    "indicators": "indicator",
    "terms": "term",
}
#: (resource, column) whose values are told to people by the labels of their categories
LABELLED = frozenset(
    {
        *(("city_targets", "basis"), ("city_targets", "quantity"), ("departments", "kind"), ("errata", "certainty")),
        *(("measure_departments", "role"), ("numbers", "class"), ("reconciliation", "check"), ("segments", "kind")),
        *(("targets", "kind"), ("targets", "year_basis")),
    }
)
#: names that pages and places in them have already
TAKEN = frozenset({"index", "top"})


def check(package: Package) -> Iterator[Finding]:
    """Rule `site-needs`: what is accepted here can be made into pages, a workbook and a zip."""
    yield from descriptor_findings(package)
    for resource in package.tables:
        yield from table_findings(package, resource)
    if ORIGIN in package.files:
        from scripts.kept.record import read_record  # only here: it reads YAML, which no download holds

        yield from read_record(package.files[ORIGIN])[1]


def descriptor_findings(package: Package) -> Iterator[Finding]:
    """What the descriptor says of the package, its tables and columns, in both languages."""
    lines = LineFinder(package.files[DESCRIPTOR])
    for place, _, problem, _ in broken(package.descriptor, NEEDED):
        where = "/".join(map(str, place)) or "（顶层）"
        yield Finding(DESCRIPTOR, lines.at(place), RULE, f"{where}：{problem}", "请改正 etc/package.yml")
    if not is_day(str(package.descriptor["created"])[:10]):
        problem = f"created 写作“{package.descriptor['created']}”，没有这一天，或早于 1980 年（zip 写不下）"
        yield Finding(DESCRIPTOR, lines.at(("created",)), RULE, problem, "请改正 etc/package.yml")
    for index, resource in enumerate(package.descriptor["resources"]):
        for number, field in enumerate(resource.get("schema", {}).get("fields", ())):
            if problem := problem_of(resource["name"], field):
                at = lines.at(("resources", index, "schema", "fields", number))
                yield Finding(DESCRIPTOR, at, RULE, problem, "请改正 etc/package.yml")


def problem_of(resource: str, field: Mapping[str, Any]) -> str:
    """What a column does not say that pages print, or nothing."""
    if field.get("constraints", {}).get("required") is not True and not (field.get("empty") and field.get("empty_en")):
        return f"{resource}.{field['name']} 没有说明空单元格的意思（empty、empty_en）"
    if (resource, field["name"]) in LABELLED and "categories" not in field:
        return f"{resource}.{field['name']} 没有写明各个值的名称（categories）"
    return ""


def table_findings(package: Package, resource: str) -> Iterator[Finding]:
    """Cells that are too long for a spreadsheet, or no address of a page or a site."""
    path, slug = path_of(package, resource), SLUGS.get(resource)
    for line, row in enumerate(package.tables[resource], start=2):
        for column, value in row.items():
            if len(value) > CELL:
                problem = f"{column} 有 {len(value)} 个字，表格的一格至多 {CELL} 个"
                yield Finding(path, line, RULE, problem, "请在 etc/ 里缩短")
        if slug and (row[slug] in TAKEN or not re.fullmatch(SLUG, row[slug])):
            problem = f"{slug} “{row[slug][:40]}”不能作网页的地址：只用小写字母、数字和连字符，不用 index、top"
            yield Finding(path, line, RULE, problem, "请在 etc/ 里改名")
        if not re.fullmatch(WEB, row.get("url", "https://example.org/")):
            yield Finding(path, line, RULE, "url 不是以 http:// 或 https:// 开头的网址", f"请在 etc/ 里改正；{REBUILD}")
