"""What the descriptor says of a table, and a cell as its type: one reading for every file format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scripts.package import Row

Field = Mapping[str, Any]
Value = int | bool | str | None

BOOLEANS = {"true": True, "false": False}
#: Decimals stay text, since a float can't tell 2338.80 from 2338.8.
TYPES: dict[str, Callable[[str], Value]] = {
    "string": str,
    "number": str,
    "integer": int,
    "year": int,
    "boolean": BOOLEANS.__getitem__,
}


def tables(descriptor: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The resources that are tables, in the order of the package."""
    return (resource for resource in descriptor["resources"] if "schema" in resource)


def resource_of(descriptor: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The resource `name`; raises KeyError."""
    for resource in descriptor["resources"]:
        if resource["name"] == name:
            return dict(resource)
    raise KeyError(name)


def fields(resource: Mapping[str, Any]) -> list[Field]:
    """The columns of a table, in order."""
    return list(resource["schema"]["fields"])


def is_required(field: Field) -> bool:
    """Must every row have a value here?"""
    return bool(field.get("constraints", {}).get("required"))


def value_of(field: Field, cell: str) -> Value:
    """A cell as JSON has it: integers, years and booleans as such, decimals as text, an empty cell as None.

    Raises ValueError or KeyError where the cell is not of the field's type.
    """
    return None if cell == "" else TYPES[field["type"]](cell)


def typed(columns: list[Field], row: Row) -> dict[str, Value]:
    """The given columns of a row, each as its type."""
    return {field["name"]: value_of(field, row[field["name"]]) for field in columns}


def decimals(cell: str) -> int:
    """How many decimals a number is printed with: 2338.80 → 2."""
    return len(cell.partition(".")[2])


def json_bytes(value: Any, indent: int | None = 2) -> bytes:
    """JSON as this site writes it: UTF-8, the characters themselves, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode("utf-8")


def json_lines(rows: list[dict[str, Value]]) -> bytes:
    """An array of objects with one object a line, so that a person can read and compare it."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()
