"""`datapackage.json` from bytes that anyone may have written: a shape to rely on, and nothing that leads elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scripts.descriptor_schema import DESCRIPTOR as DESCRIPTOR_SCHEMA
from scripts.findings import Finding
from scripts.json_lines import LineFinder
from scripts.kept.schema import Place, broken
from scripts.package_error import AGAIN, DESCRIPTOR, PackageError
from scripts.paths import danger_of

#: lists and objects within one another; the package has 8
DEPTH = 32
UNREADABLE = "package-unreadable"
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


def shape_findings(data: bytes, descriptor: Any) -> Iterator[Finding]:
    """Everything in which a descriptor is not what every reader of it relies on, at its line."""
    lines = LineFinder(data)
    for place, _, problem, _ in broken(descriptor, DESCRIPTOR_SCHEMA):
        yield Finding(DESCRIPTOR, lines.at(place), UNREADABLE, f"{named_fully(place)}{problem}", AGAIN)


def resource_findings(resources: list[dict[str, Any]]) -> Iterator[Finding]:
    """Two resources of one name, or at one place; a table without a schema."""
    for place, each in enumerate(resources, start=1):
        if "schema" not in each and (each.get("type") == "table" or each["path"].endswith(".csv")):
            yield Finding(DESCRIPTOR, 1, UNREADABLE, f"第 {place} 个资源是表，却缺少 schema", AGAIN)
    for key in ("name", "path"):
        values = [each[key].casefold() for each in resources]
        if len(set(values)) < len(values):
            yield Finding(DESCRIPTOR, 1, UNREADABLE, f"有两个资源的 {key} 相同", AGAIN)


def named_fully(place: Place) -> str:
    """Where in a descriptor something stands, for a person: empty at the top."""
    above = place[: -2 if place and isinstance(place[-1], int) else -1]
    return f"{'/'.join(map(str, above))}：" if above else ""


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
    if wrong := list(shape_findings(data, value)):
        raise PackageError.of(wrong)
    descriptor: dict[str, Any] = value
    if wrong := [*resource_findings(descriptor["resources"]), *reference_findings(descriptor)]:
        raise PackageError.of(wrong)
    return descriptor
