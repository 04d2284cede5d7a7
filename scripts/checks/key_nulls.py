"""No part of a primary key is empty, and no key stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `key-null`: Frictionless accepts an empty part of a composite key; this project does not."""
    for resource in package.descriptor["resources"]:
        key = resource.get("schema", {}).get("primaryKey")
        seen: set[tuple[str, ...]] = set()
        for line, row in numbered(package, resource["name"]) if key else ():
            value = tuple(row.get(part, "") for part in key)
            if "" in value:
                yield at(package, resource["name"], line, "key-null", f"主键 {'、'.join(key)} 有空值")
            elif value in seen:
                yield at(package, resource["name"], line, "key-null", f"主键 {'、'.join(value)} 重复")
            seen.add(value)
