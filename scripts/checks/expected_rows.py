"""A table against the rows that it should hold: one finding a row, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.checks.places import REBUILD, at, numbered
from scripts.findings import Finding
from scripts.package import Package, Row


def compare_rows(
    package: Package, resource: str, key: Sequence[str], wanted: Sequence[Row], rule: str, fix: str = REBUILD
) -> Iterator[Finding]:
    """What differs from `wanted`: cells, then rows that are missing, and only if nothing else does their order."""
    right = {named(row, key): row for row in wanted}
    found = [named(row, key) for row in package.tables[resource]]
    missing = [name for name in right if name not in found]
    same = not missing
    for (line, row), name in zip(numbered(package, resource), found, strict=True):
        if name in right:
            wrong = [
                f"{column} 应为 {value or '空'}，实为 {row[column] or '空'}"
                for column, value in right[name].items()
                if row[column] != value
            ]
        else:
            wrong = [f"不应有这一行，应为 {missing.pop(0)}" if missing else "不应有这一行"]
        if wrong:
            same = False
            yield at(package, resource, line, rule, f"{name}：{'；'.join(wrong)}", fix)
    for name in missing:
        yield at(package, resource, 1, rule, f"缺少 {name}", fix)
    if same and found != list(right):
        yield at(package, resource, 1, rule, f"各行应依次为 {'、'.join(right)}，每行一次", fix)


def named(row: Row, key: Sequence[str]) -> str:
    """The key of a row as a finding names it."""
    return " 的 ".join(row[column] for column in key)
