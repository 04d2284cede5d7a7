"""Every CSV is plain UTF-8 with LF, without byte-order mark, and no cell is padded."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import REBUILD, numbered, path_of
from scripts.findings import Finding
from scripts.package import Package

RULE = "csv-bytes"


def check(package: Package) -> Iterator[Finding]:
    """Rule `csv-bytes`: byte-order mark, CR, a missing last line end, white space around a cell."""
    for resource, rows in package.tables.items():
        path = path_of(package, resource)
        data = package.files[path]
        if data.startswith(b"\xef\xbb\xbf"):
            yield Finding(path, 1, RULE, "文件以字节顺序标记（BOM）开头", REBUILD)
        if b"\r" in data:
            yield Finding(path, data.partition(b"\r")[0].count(b"\n") + 1, RULE, "有回车符（CR）", REBUILD)
        if not data.endswith(b"\n"):
            yield Finding(path, len(rows) + 1, RULE, "文件末尾没有换行（疑被截断）", REBUILD)
        for line, row in numbered(package, resource):
            for column, value in row.items():
                if value != value.strip() or "\n" in value:
                    yield Finding(path, line, RULE, f"{column} 的首尾有空白或有换行", REBUILD)
