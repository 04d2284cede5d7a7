"""Every table fits its schema and its keys, as Frictionless reads them; its warnings count as errors.

Frictionless is given nothing but the bytes and the schema of each table, both in memory: it has no path and no
address to follow, and nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from scripts.checks.places import REBUILD, path_of
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package

if TYPE_CHECKING:
    import frictionless

RULE = "table-schema"
#: type of a Frictionless error → what is wrong
WORDS = {
    "blank-header": "没有表头",
    "blank-label": "表头有一格是空的",
    "blank-row": "有空行",
    "constraint-error": "不合约束",
    "duplicate-label": "表头有两列同名",
    "extra-cell": "多出一格",
    "extra-label": "表头多出一列",
    "foreign-key": "外键在所指的表里找不到",
    "incorrect-label": "表头的列名与结构不同",
    "missing-cell": "缺一格",
    "missing-label": "表头缺一列",
    "primary-key": "主键重复或为空",
    "source-error": "文件是空的或读不成表",
    "type-error": "不是这一列的类型",
    "unique-error": "不许重复的列里有重复的值",
}


def tables_in_memory(package: Package) -> frictionless.Package:
    """The tables as Frictionless takes them; raises FrictionlessException for a schema that it can't read."""
    from frictionless import Package as Frictionless
    from frictionless import Resource, Schema

    tables = []
    for resource in package.descriptor["resources"]:
        if resource["name"] in package.tables:
            data = package.files[resource["path"]].decode("utf-8", "replace").encode("utf-8")
            schema = Schema.from_descriptor(dict(resource["schema"]))
            name = resource["name"]
            tables.append(Resource(data, name=name, scheme="buffer", format="csv", encoding="utf-8", schema=schema))
    return Frictionless(resources=tables)


def with_constraint(field: Mapping[str, Any], cell: str, broken: str) -> str:
    """The cell as it stands, and the constraint that it breaks, if it is one."""
    shown = f"：“{cell}”" if cell else ""
    limit = json.dumps(field.get("constraints", {}).get(broken), ensure_ascii=False)
    return shown + (f"（{broken}：{limit}）" if broken else "")


def problem_of(error: frictionless.Error, resource: Mapping[str, Any]) -> str:
    """What Frictionless found, in our words and with the cell as it stands."""
    words = WORDS.get(error.type, f"Frictionless 报 {error.type}")
    label = getattr(error, "field_name", None) or "、".join(getattr(error, "field_names", None) or ())
    fields: list[Mapping[str, Any]] = resource.get("schema", {}).get("fields", [])
    field = next((each for each in fields if each["name"] == label), {})
    broken = error.note.split('"')[1] if error.type == "constraint-error" else ""
    return f"{label} {words}{with_constraint(field, getattr(error, 'cell', None) or '', broken)}".strip()


def check(package: Package) -> Iterator[Finding]:
    """Rule `table-schema`: what Frictionless finds on each table and between them."""
    from frictionless import FrictionlessException

    resources = {resource["name"]: resource for resource in package.descriptor["resources"]}
    try:
        report = tables_in_memory(package).validate()
    except FrictionlessException as broken:
        names = "、".join(sorted({error.type for error in (broken.error, *broken.reasons)}))
        yield Finding(DESCRIPTOR, 1, RULE, f"Frictionless 读不出表的结构（{names}）", "请改正 etc/package.yml")
        return
    for error in report.errors:
        yield Finding(DESCRIPTOR, 1, RULE, f"Frictionless 报 {error.type}", REBUILD)
    for task in report.tasks:
        path = path_of(package, task.name)
        for warning in task.warnings:
            yield Finding(path, 1, RULE, f"Frictionless 警告：{warning}", REBUILD)
        for error in task.errors:
            line = getattr(error, "row_number", None) or 1
            yield Finding(path, line, RULE, problem_of(error, resources[task.name]), REBUILD)
