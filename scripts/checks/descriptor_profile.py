"""The descriptor is a Data Package 2.0 by the official JSON schema, as dplib-py ships it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package


@cache
def profile() -> dict[str, Any]:
    """The official profile, read from the installed package, never from the network."""
    loaded: dict[str, Any] = json.loads((files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8"))
    return loaded


def check(package: Package) -> Iterator[Finding]:
    """Rule `descriptor-profile`: each way in which datapackage.json breaks the profile."""
    from jsonschema import Draft7Validator

    for error in sorted(Draft7Validator(profile()).iter_errors(package.descriptor), key=str):
        where = "/".join(str(part) for part in error.absolute_path) or "（顶层）"
        problem = f"{where}：{error.message[:200]}"
        yield Finding(DESCRIPTOR, 1, "descriptor-profile", problem, "请改正 etc/package.yml")
