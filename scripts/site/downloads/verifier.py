"""verify.pyz: the project's own check of a download, its modules and the schemas of this version in one file."""

from __future__ import annotations

import ast
import io
import json
import zipapp
from collections.abc import Iterator
from pathlib import Path

from scripts.package import Package
from scripts.site.downloads.archive import packed
from scripts.site.fields import tables
from scripts.site.repository import ROOT

START, MAIN = "scripts.offline.start", "scripts.offline.main"
SCHEMAS = "scripts/offline/schemas.json"
PYTHON = "/usr/bin/env python3"


def path_of(module: str) -> Path | None:
    """The file of a module of the project; none for any other."""
    place = ROOT.joinpath(*module.split("."))
    found = (each for each in (place.with_suffix(".py"), place / "__init__.py") if each.is_file())
    return next(found, None) if module.split(".")[0] == "scripts" else None


def imported(path: Path) -> Iterator[str]:
    """What a module needs to be loaded: its imports at the top, not those that a function makes when it is called."""
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def modules(module: str, seen: dict[str, Path]) -> dict[str, Path]:
    """A module of the project, the packages that it lies in and every module that these reach: name → file."""
    path = path_of(module)
    if path is None or module in seen:
        return seen
    seen[module] = path
    for needed in (module.rpartition(".")[0], *imported(path)):
        modules(needed, seen)
    return seen


def schemas(package: Package) -> bytes:
    """Version and schemas, against which every download of that version is checked."""
    found = {resource["name"]: resource["schema"] for resource in tables(package.descriptor)}
    return json.dumps({"version": package.version, "schemas": found}, ensure_ascii=False).encode()


def verify_file(package: Package) -> bytes:
    """The file; its members carry the date of the data's version, as in the zip."""
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in modules(MAIN, {}).values()}
    start = path_of(START)
    files |= {"__main__.py": start.read_bytes() if start else b"", SCHEMAS: schemas(package)}
    made = io.BytesIO()
    zipapp.create_archive(io.BytesIO(packed(package, dict(sorted(files.items())))), made, PYTHON)
    return made.getvalue()
