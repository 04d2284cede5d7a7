"""The rows of one table in two packages, by key: removed, added, changed, moved, or standing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.diff.markdown import cell
from scripts.package import Package, Row

Key = tuple[str, ...]
PLACES = frozenset({"source_start", "source_end"})


def key_of(resource: Mapping[str, Any]) -> list[str]:
    """The primary key of a resource; every column where it has none."""
    schema = resource["schema"]
    return list(schema.get("primaryKey") or [field["name"] for field in schema["fields"]])


def indexed(package: Package, name: str, key: list[str]) -> dict[Key, Row]:
    """The rows of a resource by key, the second of one key as “key（2）”; nothing where there is no such resource."""
    seen: Counter[Key] = Counter()
    rows: dict[Key, Row] = {}
    for row in package.tables.get(name, ()):
        found = tuple(row.get(part, "") for part in key)
        seen[found] += 1
        rows[found if seen[found] == 1 else (*found, f"（第 {seen[found]} 行）")] = row
    return rows


def changed_cells(old: Row, new: Row) -> dict[str, tuple[str, str]]:
    """Column → (before, after) of every cell that differs, places in the source left out."""
    columns = [column for column in {**old, **new} if column not in PLACES]
    return {c: (old.get(c, ""), new.get(c, "")) for c in columns if old.get(c, "") != new.get(c, "")}


def table_lines(before: dict[Key, Row], after: dict[Key, Row], key: list[str]) -> Iterator[str]:
    """The lines on one resource: removed, added, changed; rows that only moved in the source are one line."""
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


def row_lines(before: dict[Key, Row], after: dict[Key, Row], key: list[str]) -> Iterator[str]:
    """Keys that stand more than once, where they did not before, and rows that both have in another order."""
    repeated = [each for each in after if len(each) > len(key) and each not in before]
    if repeated:
        yield f"- 主键重复：{'，'.join(cell('、'.join(each)) for each in repeated)}"
    old = [each for each in before if each in after]
    new = [each for each in after if each in before]
    others = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    if others:
        first, now = others[0]
        shown = f"{cell('、'.join(first))} 的位置上现在是 {cell('、'.join(now))}"
        yield f"- 行的次序有变，{len(others)} 行不在原处，第一处：{shown}"
