"""A row that a person keeps in `etc/` is mended there, so that is where its findings belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import yaml

from scripts.findings import Finding
from scripts.package import Package, Row

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@lru_cache(maxsize=8)
def entries(data: bytes) -> tuple[tuple[int, Mapping[str, str]], ...]:
    """(line, values) of each entry of a hand-kept file; none where it is no list or no YAML."""
    try:
        node = yaml.compose(data.decode("utf-8"), Loader=LOADER)
    except (yaml.YAMLError, ValueError):  # how it is broken is said by the reading of etc/
        return ()
    listed = node.value if isinstance(node, yaml.SequenceNode) else []
    return tuple(
        (entry.start_mark.line + 1, {str(key.value): str(value.value) for key, value in entry.value})
        for entry in listed
        if isinstance(entry, yaml.MappingNode)
    )


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
    for line, values in entries(package.files.get(path, b"")):
        shared = row.keys() & values.keys()
        if shared and all(row[column] == values[column] for column in shared):
            return replace(finding, path=path, line=line)
    return finding
