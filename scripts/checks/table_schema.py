"""Every table fits its schema and its keys, as Frictionless reads them; its warnings count as errors."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.checks.places import REBUILD
from scripts.files import stage
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package

RULE = "table-schema"
#: what the rule `resource-hash` says more clearly
BY_HASH = frozenset({"hash-count", "byte-count"})


def check(package: Package) -> Iterator[Finding]:
    """Rule `table-schema`: what `frictionless validate` finds on the files as they would be written."""
    from frictionless import FrictionlessException
    from frictionless import Package as Frictionless

    listed = {str(resource["path"]) for resource in package.descriptor["resources"]}
    kept = {path: data for path, data in package.files.items() if path in listed | {DESCRIPTOR}}
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "package"
        stage(target, kept)
        try:
            report = Frictionless(str(target / DESCRIPTOR)).validate()
        except FrictionlessException as broken:
            yield Finding(DESCRIPTOR, 1, RULE, f"frictionless：{broken}", "请改正 etc/package.yml")
            return
    for warning in report.warnings:
        yield Finding(DESCRIPTOR, 1, RULE, f"frictionless 警告：{warning}", REBUILD)
    for error in report.errors:
        yield Finding(DESCRIPTOR, 1, RULE, f"frictionless：{error.message}", REBUILD)
    for task in report.tasks:
        for warning in task.warnings:
            yield Finding(str(task.place), 1, RULE, f"frictionless 警告：{warning}", REBUILD)
        for error in (each for each in task.errors if each.type not in BY_HASH):
            line = getattr(error, "row_number", None) or 1
            yield Finding(str(task.place), line, RULE, f"frictionless：{error.message}", REBUILD)
