"""The descriptor is a Data Package 2.0 by the official JSON schemas, as dplib-py ships them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from scripts.findings import Finding
from scripts.json_lines import LineFinder
from scripts.package import DESCRIPTOR, Package

if TYPE_CHECKING:
    from jsonschema import ValidationError

#: keyword of JSON Schema → what is wrong, with what the schema states in the place of {}
WORDS = {
    "type": "类型不对，应为 {}",
    "required": "缺少 {} 中的一项",
    "enum": "不是 {} 之一",
    "pattern": "不合写法 {}",
    "format": "不是 {}",
    "minimum": "小于 {}",
    "minItems": "少于 {} 项",
    "minLength": "短于 {} 个字",
    "minProperties": "少于 {} 项",
    "uniqueItems": "有重复的项",
    "anyOf": "官方模式容许的几种写法，一种也不合",
    "oneOf": "官方模式容许的几种写法，不恰合一种",
}


@cache
def profile() -> dict[str, Any]:
    """The official profile of a package, which holds that of a schema; read from the installed library."""
    loaded: dict[str, Any] = json.loads((files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8"))
    return loaded


def problem_of(error: ValidationError) -> str:
    """The words for one way of breaking a profile, without the value, which can be of any size."""
    return WORDS[str(error.validator)].replace("{}", json.dumps(error.validator_value)[:100])


def check(package: Package) -> Iterator[Finding]:
    """Rule `descriptor-profile`: each way in which datapackage.json, or a schema in it, breaks its profile."""
    from jsonschema import Draft7Validator

    lines, found, fix = LineFinder(package.files[DESCRIPTOR]), set[Finding](), "请改正 etc/package.yml"
    for error in Draft7Validator(profile()).iter_errors(package.descriptor):
        where = "/".join(map(str, error.absolute_path)) or "（顶层）"
        line = lines.at(tuple(error.absolute_path))
        found.add(Finding(DESCRIPTOR, line, "descriptor-profile", f"{where}：{problem_of(error)}", fix))
    yield from sorted(found)
