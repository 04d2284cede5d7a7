"""`datapackage.json` from bytes that anyone may have written: a shape to rely on, and nothing that leads elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scripts.findings import Finding
from scripts.package_error import AGAIN, DESCRIPTOR, PackageError
from scripts.paths import danger_of

#: lists and objects within one another; the package has 8
DEPTH = 32
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T[0-9:.]+(Z|[+-]\d\d:\d\d))?")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
#: a profile by name is known to every reader, one by address only where it is the standard's own
STANDARD = frozenset(
    f"https://datapackage.org/profiles/2.0/{name}.json"
    for name in ("datapackage", "dataresource", "tabledialect", "tableschema")
)
NAMED = re.compile(r"[a-z-]+")


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; one name twice, of which readers take different ones, raises ValueError."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("一个对象里有重复的名字")
    return made


def is_deep(value: Any) -> bool:
    """Whether lists and objects lie deeper within one another than any descriptor needs."""
    level = [value]
    for _ in range(DEPTH):
        level = [
            inner for each in level if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]  # fmt: skip
    return bool(level)


def parse_json(data: bytes) -> Any:
    """The value of a JSON text; raises PackageError."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=without_repeats)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"从第 {error.start} 个字节起不是 UTF-8"
        raise PackageError.of([Finding(DESCRIPTOR, line, "file-encoding", problem, AGAIN)]) from None
    except json.JSONDecodeError as error:
        problem = f"不是 JSON：第 {error.lineno} 行第 {error.colno} 个字起读不下去"
        raise PackageError.of([Finding(DESCRIPTOR, error.lineno, "package-unreadable", problem, AGAIN)]) from None
    except RecursionError:
        value = None
    except ValueError:  # of without_repeats, or a number of thousands of digits
        raise PackageError("不是可靠的 JSON：同一个名字写了两次，或有一个数长得不像数") from None
    if value is None or is_deep(value):
        raise PackageError(f"不是数据包的描述：空的，或套了 {DEPTH} 层以上")
    return value


def shape_problems(descriptor: dict[str, Any]) -> Iterator[str]:
    """What every reader of the descriptor relies on."""
    for key in ("name", "version", "created"):
        if not isinstance(descriptor.get(key), str) or not descriptor[key]:
            yield f"缺少 {key}"
    if isinstance(created := descriptor.get("created"), str) and created and not DATE.fullmatch(created):
        yield "created 不是日期"
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        yield "没有列出任何资源"
        return
    for place, resource in enumerate(resources, start=1):
        yield from resource_problems(place, resource)
    for key in ("name", "path"):
        values = [str(each.get(key)) for each in resources if isinstance(each, dict)]
        if len(set(values)) < len(values):
            yield f"有两个资源的 {key} 相同"


def resource_problems(place: int, resource: Any) -> Iterator[str]:
    """What every reader of a resource relies on; `place` counts from 1."""
    if not isinstance(resource, dict):
        yield f"第 {place} 个资源不是对象"
        return
    for key in ("name", "path"):
        if not isinstance(resource.get(key), str) or not resource[key]:
            yield f"第 {place} 个资源缺少 {key}"
    path = resource.get("path")
    if "schema" not in resource and (resource.get("type") == "table" or str(path).endswith(".csv")):
        yield f"第 {place} 个资源是表，却缺少 schema"
    schema = resource.get("schema", {})
    if not isinstance(schema, dict | str):
        yield f"第 {place} 个资源的 schema 不是对象"


def remote(problem: str) -> Finding:
    """A finding on a reference that leads out of the package."""
    return Finding(DESCRIPTOR, 1, "remote-reference", problem, AGAIN)


def elsewhere(where: str, value: dict[str, Any]) -> Iterator[Finding]:
    """References that a reader would follow out of the descriptor, of the package, a resource, schema or dialect."""
    for key in ("$schema", "profile"):
        named = value.get(key)
        if named is not None and not (isinstance(named, str) and (named in STANDARD or NAMED.fullmatch(named))):
            yield remote(f"{where}的 {key} 指向别处；只认 Data Package 2.0 自己的")
    for key in ("schema", "dialect"):
        if isinstance(inner := value.get(key), dict):
            yield from elsewhere(f"{where}的 {key} ", inner)
        elif isinstance(inner, str):
            yield remote(f"{where}的 {key} 指向别处；只认写在 {DESCRIPTOR} 里的")


def reference_findings(descriptor: dict[str, Any]) -> Iterator[Finding]:
    """Whatever would make a reader fetch an address, or a file that is not in the package."""
    yield from elsewhere("数据包", descriptor)
    for resource in descriptor["resources"]:
        where = f"资源 {resource['name']} "
        yield from elsewhere(where, resource)
        path = resource["path"]
        if ADDRESS.match(path):
            yield remote(f"{where}的 path 是网址；数据只能在数据包里")
        elif danger := danger_of(path):
            yield Finding(DESCRIPTOR, 1, "unsafe-path", f"{where}的 path {danger}", AGAIN)


def parse_descriptor(data: bytes) -> dict[str, Any]:
    """The descriptor; raises PackageError with all that is wrong with its shape, or with where it leads."""
    value = parse_json(data)
    if not isinstance(value, dict):
        raise PackageError(f"{DESCRIPTOR} 不是对象")
    if problems := list(shape_problems(value)):
        raise PackageError("；".join(problems))
    if wrong := list(reference_findings(value)):
        raise PackageError.of(wrong)
    return value
