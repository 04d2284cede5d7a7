"""The schema of etc/package.yml and the finished files → `datapackage.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from scripts.extract.etc.schema import HOMEPAGE, PATH, TOP, line_of_resource
from scripts.extract.rows import Row
from scripts.findings import Finding

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIATYPES = {".csv": "text/csv", ".txt": "text/plain"}


def check_resources(
    resources: Sequence[Mapping[str, Any]], tables: Mapping[str, Sequence[Row]], files: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Each resource of etc/package.yml is a table that is read, column by column, or a file that is there."""
    for place, resource in enumerate(resources):
        if problem := problem_of(resource, tables, files):
            line = line_of_resource(files[PATH], place)
            yield Finding(PATH, line, "yaml-shape", problem, "请照 package.yml 里相邻资源的写法改写")


def problem_of(resource: Mapping[str, Any], tables: Mapping[str, Sequence[Row]], files: Iterable[str]) -> str:
    """Why a resource can't be written, or nothing."""
    name, fields = resource["name"], resource.get("fields")
    if fields is None:
        path = path_of(resource)
        known = path in files and PurePosixPath(path).suffix in MEDIATYPES
        return "" if known else f"资源 {name} 的文件 {path} 不存在，或不是 CSV、TXT"
    unread = {field["name"] for field in fields} - set(next(iter(tables.get(name, ())), {}))
    return f"没有读出表 {name} 的 {'、'.join(sorted(unread))}" if unread else ""


def path_of(resource: Mapping[str, Any]) -> str:
    """Where a resource lies in the package: data/<name>.csv unless it says otherwise."""
    return str(resource.get("path", f"data/{resource['name']}.csv"))


def columns_of(schema: Mapping[str, Any]) -> dict[str, list[str]]:
    """Resource → its columns, for every tabular resource, in the order of the package."""
    return {
        resource["name"]: [field["name"] for field in resource["fields"]]
        for resource in schema["resources"]
        if "fields" in resource
    }


def field_of(field: Mapping[str, Any]) -> dict[str, Any]:
    """A field of the descriptor: the enum of a closed vocabulary follows from its categories."""
    constraints = dict(field.get("constraints", {}))
    if "categories" in field:
        constraints["enum"] = [category["value"] for category in field["categories"]]
    return {**field, "constraints": constraints} if constraints else dict(field)


def schema_of(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The table schema of a resource."""
    schema: dict[str, Any] = {"fields": [field_of(field) for field in resource["fields"]]}
    for key in ("primaryKey", "foreignKeys"):
        if key in resource:
            schema[key] = resource[key]
    return schema | {"missingValues": [""]}


def resource_of(resource: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    """A resource of the descriptor with size and hash of its file."""
    path = path_of(resource)
    suffix = PurePosixPath(path).suffix
    kept = ("title", "title_en", "description", "description_en", "order", "order_en", "licenses")
    made: dict[str, Any] = {
        "name": resource["name"],
        **({"type": "table"} if "fields" in resource else {}),
        "path": path,
        "format": suffix.removeprefix("."),
        "mediatype": MEDIATYPES[suffix],
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        **{key: resource[key] for key in kept if key in resource},
    }
    return made | ({"schema": schema_of(resource)} if "fields" in resource else {})


def descriptor_bytes(schema: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """datapackage.json for `files` (path → bytes of every resource), ready to be written.

    Where the homepage is settled, the package says so, and its `id` is the address of this very file.
    """
    descriptor: dict[str, Any] = {"$schema": PROFILE}
    descriptor |= {key: schema[key] for key in TOP}
    if HOMEPAGE in schema:
        descriptor |= {"id": schema[HOMEPAGE] + DESCRIPTOR, HOMEPAGE: schema[HOMEPAGE]}
    descriptor["resources"] = [resource_of(each, files[path_of(each)]) for each in schema["resources"]]
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
