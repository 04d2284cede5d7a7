"""A column with categories holds only those values, and its enum lists the same ones."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `category`: a value outside the closed vocabulary of its column."""
    for resource in package.descriptor["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            values = [category["value"] for category in field.get("categories", [])]
            if not values:
                continue
            name = f"{resource['name']}.{field['name']}"
            if field.get("constraints", {}).get("enum") != values:
                problem = f"{name} 的 enum 与 categories 不同"
                yield Finding(DESCRIPTOR, 1, "category", problem, "请运行 make package 重新生成")
            for line, row in numbered(package, resource["name"]):
                value = row.get(field["name"])
                if value and value not in values:
                    fix = f"可用的值：{'、'.join(values)}；新的值先写进 etc/package.yml"
                    yield at(package, resource["name"], line, "category", f"{name} 不应为“{value}”", fix)
