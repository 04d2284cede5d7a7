"""The tables against their schema without Frictionless: header, types, constraints, primary and foreign keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from scripts.checks.places import at, numbered
from scripts.checks.table_schema import RULE, WORDS, with_constraint
from scripts.findings import Finding
from scripts.package import Package

Value = str | int | bool | Decimal
Field = Mapping[str, Any]
#: longer than any number of the package, and short enough to be read at once
LONGEST = 30


def number(cell: str) -> Decimal:
    """A decimal; raises ArithmeticError or ValueError."""
    value = Decimal(cell)
    if not value.is_finite() or len(cell) > LONGEST:
        raise ValueError(cell)
    return value


def year(cell: str) -> int:
    """A year of four digits; raises ValueError."""
    if not re.fullmatch("[0-9]{4}", cell):
        raise ValueError(cell)
    return int(cell)


def integer(cell: str) -> int:
    """A whole number; raises ValueError."""
    if len(cell) > LONGEST:
        raise ValueError(cell)
    return int(cell)


TYPES: dict[str, Callable[[str], Value]] = {"string": str, "integer": integer, "number": number, "year": year}


def value_of(field: Field, cell: str) -> Value:
    """A cell that is not empty, as its type; raises ValueError or ArithmeticError where it is none."""
    if field["type"] == "boolean":
        if cell not in field["trueValues"] + field["falseValues"]:
            raise ValueError(cell)
        return cell in field["trueValues"]
    return TYPES[field["type"]](cell)


#: constraint → whether a value keeps it; `required` and `unique` are not about one value
KEPT: dict[str, Callable[[Any, Any], bool]] = {
    "enum": lambda value, listed: value in listed,
    "minimum": lambda value, least: bool(value >= least),
    "maximum": lambda value, most: bool(value <= most),
    "pattern": lambda value, pattern: re.fullmatch(pattern, str(value)) is not None,
}
ELSEWHERE = ("required", "unique")


def broken(field: Field, cell: str) -> Iterator[tuple[str, str]]:
    """(type of the error, constraint or nothing) of each way in which a cell is wrong by itself."""
    constraints = field.get("constraints", {})
    if cell == "":
        if constraints.get("required"):
            yield "constraint-error", "required"
        return
    try:
        value = value_of(field, cell)
    except (ValueError, ArithmeticError):
        yield "type-error", ""
        return
    for name, limit in constraints.items():
        if name not in ELSEWHERE and not KEPT[name](value, limit):
            yield "constraint-error", name


def cell_findings(package: Package, name: str, field: Field) -> Iterator[Finding]:
    """What is wrong in a column, row by row."""
    unique, seen = field.get("constraints", {}).get("unique"), set()
    for line, row in numbered(package, name):
        cell = row[field["name"]]
        found = [f"{WORDS[error]}{with_constraint(field, cell, kept)}" for error, kept in broken(field, cell)]
        if unique and cell and cell in seen:
            found.append(f"{WORDS['unique-error']}{with_constraint(field, cell, '')}")
        seen.add(cell)
        for problem in found:
            yield at(package, name, line, RULE, f"{field['name']} {problem}")


def key_findings(package: Package, name: str, key: Sequence[str]) -> Iterator[Finding]:
    """Rows whose primary key is empty, or that of a row before."""
    seen: set[tuple[str, ...]] = set()
    for line, row in numbered(package, name):
        value = tuple(row[part] for part in key)
        if value in seen or not any(value):
            yield at(package, name, line, RULE, WORDS["primary-key"])
        seen.add(value)


def reference_findings(package: Package, name: str, key: Mapping[str, Any]) -> Iterator[Finding]:
    """Rows that name a row of another table that is not there."""
    reference = key["reference"]
    there = {tuple(row[part] for part in reference["fields"]) for row in package.tables[reference["resource"]]}
    for line, row in numbered(package, name):
        value = tuple(row[part] for part in key["fields"])
        if any(value) and value not in there:
            problem = f"{'、'.join(key['fields'])} {WORDS['foreign-key']}：“{'、'.join(value)}”"
            yield at(package, name, line, RULE, problem)


def header_findings(package: Package, name: str, columns: list[str]) -> Iterator[Finding]:
    """A header that is not that of the schema, without which no column can be judged."""
    path = next(each["path"] for each in package.descriptor["resources"] if each["name"] == name)
    header = package.files[path].decode("utf-8", "replace").partition("\n")[0].split(",")
    if header != columns:
        problem = f"{WORDS['incorrect-label']}：应为 {'、'.join(columns)}，实为 {'、'.join(header)[:200]}"
        yield at(package, name, 1, RULE, problem)


def check(package: Package) -> Iterator[Finding]:
    """Rule `table-schema`: what does not fit the schemas of the descriptor, of every table and between them."""
    schemas = {each["name"]: each["schema"] for each in package.descriptor["resources"] if "schema" in each}
    wrong = [
        found
        for name, schema in schemas.items()
        for found in header_findings(package, name, [field["name"] for field in schema["fields"]])
    ]
    yield from wrong
    for name, schema in schemas.items() if not wrong else ():
        for field in schema["fields"]:
            yield from cell_findings(package, name, field)
        yield from key_findings(package, name, schema["primaryKey"])
        for key in schema.get("foreignKeys", []):
            yield from reference_findings(package, name, key)
