"""JSON Schema of columns and rows, out of the descriptor: what the schemas of all JSON files are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.package import Package
from scripts.site.fields import Field, fields, is_required, resource_of

Schema = dict[str, Any]

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"
KINDS = {"string": "string", "number": "string", "integer": "integer", "year": "integer", "boolean": "boolean"}
WORDS: Schema = {"type": "string", "minLength": 1}
ADDRESS: Schema = {"type": "string", "format": "uri-reference", "minLength": 1}


def value_schema(field: Field) -> Schema:
    """A column as JSON has it; null is allowed where the cell may be empty."""
    kind, constraints = KINDS[field["type"]], field.get("constraints", {})
    optional = not is_required(field)
    made: Schema = {key: both(field, key) for key in ("title", "description")}
    made["type"] = [kind, "null"] if optional else kind
    if kind == "integer":
        made |= {key: constraints[key] for key in ("minimum", "maximum") if key in constraints}
    elif "enum" in constraints:
        made["enum"] = [*constraints["enum"], *([None] if optional else [])]
    elif field["type"] == "number":
        made["pattern"] = DECIMAL
    elif "pattern" in constraints:
        made["pattern"] = constraints["pattern"]
    return made


def both(described: Mapping[str, Any], key: str) -> str:
    """What the descriptor says in Chinese and in English: one schema serves readers of both."""
    return f"{described[key]} | {described[f'{key}_en']}"


def closed(properties: Mapping[str, Any]) -> Schema:
    """An object with exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def columns(package: Package, resource: str, *left_out: str) -> dict[str, Schema]:
    """The columns of a resource, without those left out."""
    listed = fields(resource_of(package.descriptor, resource))
    return {field["name"]: value_schema(field) for field in listed if field["name"] not in left_out}


def rows_of(package: Package, resource: str, *left_out: str, **added: Schema) -> Schema:
    """An array of rows of a resource."""
    return {"type": "array", "items": closed(added | columns(package, resource, *left_out))}
