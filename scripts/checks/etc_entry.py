"""A row that a person keeps in `etc/` is mended there, so that is where its findings belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from scripts.findings import Finding
from scripts.kept.reading import read_yaml
from scripts.package import Package, Row


@lru_cache(maxsize=8)
def entries(path: str, data: bytes) -> tuple[tuple[int, Mapping[str, str]], ...]:
    """(line, values) of each entry of a hand-kept file; none where it is no list, or not to be read.

    How it is broken is said by the reading of etc/.
    """
    node, _ = read_yaml(path, data)
    listed = node.items if node else ()
    return tuple((each.line, {key: value.text for key, value in each.entries.items()}) for each in listed)


def row_at(package: Package, finding: Finding) -> tuple[str, Row] | None:
    """(resource, row) of a finding in a table; the header is line 1."""
    for resource in package.descriptor["resources"]:
        rows = package.tables.get(resource["name"], ())
        if resource["path"] == finding.path and 2 <= finding.line < len(rows) + 2:
            return resource["name"], rows[finding.line - 2]
    return None


def at_etc_entry(package: Package, finding: Finding) -> Finding:
    """The finding at the entry of `etc/` that says just what the row says; as it is where there is none."""
    found = row_at(package, finding)
    if found is None:
        return finding
    resource, row = found
    path = f"etc/{resource}.yml"
    for line, values in entries(path, package.files.get(path, b"")):
        shared = row.keys() & values.keys()
        if shared and all(row[column] == values[column] for column in shared):
            return replace(finding, path=path, line=line)
    return finding
