"""What changed between two packages, by key: a page of Markdown that a person can review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.findings import one_line
from scripts.package import Package, Row

Key = tuple[str, ...]
PLACES = frozenset({"source_start", "source_end"})
SAME_VERSION = "**数据有变，版本号却没有变：请升 `etc/package.yml` 的 `version`，并改 `created`。**"


def key_of(resource: Mapping[str, Any]) -> list[str]:
    """The primary key of a resource; every column where it has none."""
    schema = resource["schema"]
    return list(schema.get("primaryKey") or [field["name"] for field in schema["fields"]])


def cell(value: str) -> str:
    """A value as Markdown code that no value can break out of; an empty cell is said to be one."""
    if not value:
        return "（空）"
    longest = max((len(run) for run in "".join(c if c == "`" else " " for c in value).split()), default=0)
    fence = "`" * (longest + 1)
    return one_line(f"{fence} {value} {fence}".replace("\n", " ")).replace("|", "\\|")


def indexed(package: Package, name: str, key: list[str]) -> dict[Key, Row]:
    """The rows of a resource by key; nothing where the package has no such resource."""
    return {tuple(row.get(part, "") for part in key): row for row in package.tables.get(name, ())}


def changed_cells(old: Row, new: Row) -> dict[str, tuple[str, str]]:
    """Column → (before, after) of every cell that differs, places in the source left out."""
    columns = [column for column in {**old, **new} if column not in PLACES]
    return {c: (old.get(c, ""), new.get(c, "")) for c in columns if old.get(c, "") != new.get(c, "")}


def table_lines(before: dict[Key, Row], after: dict[Key, Row], key: list[str]) -> Iterator[str]:
    """The lines on one resource: removed, added, changed; rows that only moved are one line."""
    for each in sorted(before.keys() - after.keys()):
        yield f"- 删除 {cell('、'.join(each))}"
    for each in sorted(after.keys() - before.keys()):
        row = {column: value for column, value in after[each].items() if column not in PLACES}
        shown = "，".join(f"{column} {cell(value)}" for column, value in row.items() if column not in key)
        yield f"- 新增 {cell('、'.join(each))}：{shown}"
    moved = 0
    for each in (key for key in after if key in before):
        cells = changed_cells(before[each], after[each])
        moved += not cells and before[each] != after[each]
        for column, (old, new) in cells.items():
            yield f"- 修改 {cell('、'.join(each))} 的 {column}：{cell(old)} → {cell(new)}"
    if moved:
        yield f"- 另有 {moved} 行只是在原文中的位置有变"


def resources_of(package: Package) -> dict[str, Mapping[str, Any]]:
    """The tabular resources of a package by name."""
    return {str(each["name"]): each for each in package.descriptor["resources"] if "schema" in each}


def column_lines(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Columns that came or went."""
    before = [field["name"] for field in old["schema"]["fields"]]
    after = [field["name"] for field in new["schema"]["fields"]]
    for column in before:
        if column not in after:
            yield f"- 删除列 {cell(column)}"
    for column in after:
        if column not in before:
            yield f"- 新增列 {cell(column)}"


def differences(old: Package, new: Package) -> str:
    """Markdown: version, source, then each resource with its removed, added and changed rows by key."""
    lines = [f"# 数据差异：{old.version} → {new.version}", ""]
    if old.text != new.text:
        lines += [f"原文有变：{len(old.text)} → {len(new.text)} 个码点。", ""]
    before, after = resources_of(old), resources_of(new)
    for name in [*before, *(name for name in after if name not in before)]:
        resource = after.get(name) or before[name]
        key = key_of(resource)
        found = list(table_lines(indexed(old, name, key), indexed(new, name, key), key))
        if name in before and name in after:
            found = [*column_lines(before[name], after[name]), *found]
        else:
            found = [f"- {'新增' if name in after else '删除'}资源", *found]
        lines += [f"## {name}（主键：{'、'.join(key)}）", "", *found, ""] if found else []
    if len(lines) == 2:
        lines += ["没有差异。", ""]
    elif old.version == new.version:
        lines[2:2] = [SAME_VERSION, ""]
    return "\n".join(lines)
