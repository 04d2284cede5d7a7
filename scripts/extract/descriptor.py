"""`etc/package.yml` and the finished files → `datapackage.json`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from scripts.findings import Finding

PATH = "etc/package.yml"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: keys of package.yml that describe the package and go into the descriptor as they are
TOP = (
    *("name", "version", "created", "title", "title_en", "description", "description_en", "keywords"),
    *("licenses", "notice", "notice_en", "sources", "contributors"),
)
#: what identifies a release: key → (its form, an example for people)
RELEASE = {
    "version": (re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"), "1.0.1"),
    "created": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z"), '"2026-11-22T00:00:00Z"'),
}
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIATYPES = {"csv": "text/csv", "txt": "text/plain"}


def read_schema(data: bytes) -> tuple[dict[str, Any], list[Finding]]:
    """The parsed package.yml; empty with a finding where it is no mapping of the right outline."""
    try:
        parsed = yaml.load(data, Loader=LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return {}, [Finding(PATH, line, "yaml-syntax", "不是合法的 YAML", "请核对该行的缩进、引号和冒号")]
    missing = [key for key in (*TOP, "resources") if not isinstance(parsed, dict) or key not in parsed]
    if missing:
        problem = f"缺少 {'、'.join(missing)}"
        return {}, [Finding(PATH, 1, "yaml-key", problem, "请从版本库恢复 package.yml")]
    return parsed, list(check_release(parsed, data.decode("utf-8")))


def check_release(parsed: Mapping[str, Any], text: str) -> Iterator[Finding]:
    """`version` is semantic and `created` a day at midnight UTC, both kept as text."""
    for key, (pattern, form) in RELEASE.items():
        value = parsed[key]
        if not isinstance(value, str) or not pattern.fullmatch(value):
            line = next((n for n, each in enumerate(text.splitlines(), 1) if each.startswith(f"{key}:")), 1)
            yield Finding(PATH, line, "release", f"{key} 写作“{value}”", f"请写作 {form}（带引号的原样照抄引号）")


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
    made = dict(field)
    categories = made.get("categories", [])
    constraints = dict(made.get("constraints", {}))
    if categories:
        constraints["enum"] = [category["value"] for category in categories]
    if constraints:
        made["constraints"] = constraints
    return made


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
    suffix = path.rsplit(".", 1)[1]
    kept = ("title", "title_en", "description", "description_en", "order", "order_en", "licenses")
    made: dict[str, Any] = {
        "name": resource["name"],
        **({"type": "table"} if "fields" in resource else {}),
        "path": path,
        "format": suffix,
        "mediatype": MEDIATYPES[suffix],
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        **{key: resource[key] for key in kept if key in resource},
    }
    return made | ({"schema": schema_of(resource)} if "fields" in resource else {})


def descriptor_bytes(schema: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """datapackage.json for `files` (path → bytes of every resource), ready to be written."""
    descriptor: dict[str, Any] = {"$schema": PROFILE}
    descriptor |= {key: schema[key] for key in TOP}
    descriptor["resources"] = [resource_of(each, files[path_of(each)]) for each in schema["resources"]]
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
