"""The package as served: the very bytes of its files, and every table once more as JSON."""

from __future__ import annotations

from scripts.package import DESCRIPTOR, Package
from scripts.site.fields import fields, json_lines, tables, typed


def layout_files(package: Package) -> dict[str, bytes]:
    """The files of the public layout: the descriptor and every file that it lists."""
    paths = [DESCRIPTOR, *(resource["path"] for resource in package.descriptor["resources"])]
    return {path: package.files[path] for path in paths}


def json_files(package: Package) -> dict[str, bytes]:
    """data/<resource>.json for each table: its rows as an array of objects, in the order of the CSV."""
    made = {}
    for resource in tables(package.descriptor):
        columns, name = fields(resource), resource["name"]
        made[f"data/{name}.json"] = json_lines([typed(columns, row) for row in package.tables[name]])
    return made
