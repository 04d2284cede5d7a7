"""Numbers are plain decimals in ASCII digits, with the decimals that the column states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package

PLAIN = {"integer": re.compile(r"-?(0|[1-9][0-9]*)"), "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")}


def check(package: Package) -> Iterator[Finding]:
    """Rule `decimal`: 1e3, １８, 1,234 or +5, which some readers accept, and a lost trailing zero."""
    for resource in package.descriptor["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            pattern, places = PLAIN.get(field.get("type")), field.get("decimals")
            if pattern is None:
                continue
            for line, row in numbered(package, resource["name"]):
                value = row.get(field["name"], "")
                right = pattern.fullmatch(value) and places in (None, len(value.partition(".")[2]))
                if value and not right:
                    problem = f"{resource['name']}.{field['name']} 的“{value}”不是照印的小数"
                    yield at(package, resource["name"], line, "decimal", problem)
