"""What changed between two packages, by key: a page of Markdown that a person can review."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.diff.descriptor import column_lines, described
from scripts.diff.markdown import cell
from scripts.diff.rows import indexed, key_of, row_lines, table_lines
from scripts.findings import one_line
from scripts.package import Package

SAME_VERSION = "**数据有变，版本号却没有变：请升 `etc/package.yml` 的 `version`，并改 `created`。**"


def source_lines(old: str, new: str) -> Iterator[str]:
    """The lines of the source that differ, each where it stood and where it stands."""
    before, after = old.splitlines(), new.splitlines()
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"- 原文删去第 {line + 1} 行 {cell(before[line])}" for line in range(start, end))
            yield from (f"- 原文增加第 {line + 1} 行 {cell(after[line])}" for line in range(begin, stop))


def resource_lines(name: str, old: Package, new: Package) -> list[str]:
    """The section on one resource, or nothing where it is the same in both."""
    before, after = (
        next((each for each in package.descriptor["resources"] if each["name"] == name), None) for package in (old, new)
    )
    resource = after or before or {}
    found = [] if before and after else [f"- {'新增' if after else '删除'}资源"]
    title = name
    if before and after:
        found += described(before, after)
    if "schema" in resource:
        key = key_of(resource)
        title = f"{name}（主键：{'、'.join(key)}）"
        rows = indexed(old, name, key), indexed(new, name, key)
        if before and after and "schema" in before and "schema" in after:
            found += [*column_lines(before, after), *row_lines(*rows, key)]
        found += table_lines(*rows, key)
    return [f"## {one_line(title)}", "", *found, ""] if found else []


def differences(old: Package, new: Package) -> str:
    """Markdown: version, descriptor, source, then each resource with its removed, added and changed rows by key."""
    title = f"# 数据差异：{one_line(old.version)} → {one_line(new.version)}"
    lines = []
    if found := list(described(old.descriptor, new.descriptor)):
        lines += ["## 数据包", "", *found, ""]
    if old.text != new.text:
        lines += [f"原文有变：{len(old.text)} → {len(new.text)} 个码点。", "", *source_lines(old.text, new.text), ""]
    names = [[str(each["name"]) for each in package.descriptor["resources"]] for package in (old, new)]
    for name in dict.fromkeys([*names[0], *names[1]]):
        lines += resource_lines(name, old, new)
    if not lines:
        lines = ["没有差异。", ""]
    elif old.version == new.version:
        lines = [SAME_VERSION, "", *lines]
    return "\n".join([title, "", *lines])
