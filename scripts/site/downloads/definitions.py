"""The tables of the SQLite file as SQL defines them: types, keys and constraints of the descriptor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.site.fields import Field, fields, is_required, value_of

#: REAL divides as numbers do (18/100 is 0.18); what is printed stands beside it.
KINDS = {"string": "TEXT", "number": "REAL", "integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER"}
#: Ends the name of the column that holds a number as printed.
PRINTED = "_text"
#: A constraint of the descriptor → what it asks of a column; `pattern` has none: SQLite knows no regular expressions.
CHECKS = {"minimum": "{column} >= {limit}", "maximum": "{column} <= {limit}", "enum": "{column} IN ({limit})"}


def quoted(name: str) -> str:
    """An identifier of SQL, whatever it is called."""
    return '"' + name.replace('"', '""') + '"'


def names(listed: list[str]) -> str:
    """Several identifiers in brackets."""
    return "(" + ", ".join(map(quoted, listed)) + ")"


def literal(value: str | float) -> str:
    """A value as SQL writes it."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def conditions(field: Field, column: str) -> Iterator[str]:
    """What holds for every value of a column: its type, then the constraints of the descriptor."""
    yield f"typeof({column}) = '{KINDS[field['type']].lower()}'"
    if KINDS[field["type"]] == "TEXT":
        yield f"{column} <> ''"
    if field["type"] == "boolean":
        yield f"{column} IN (0, 1)"
    for name, check in CHECKS.items():
        if name in field.get("constraints", {}):
            limit = field["constraints"][name]
            values = limit if isinstance(limit, list) else [limit]
            yield check.format(column=column, limit=", ".join(map(literal, values)))


def column_definition(name: str, field: Field, required: bool) -> str:
    """One column; a cell may be NULL where the descriptor lets it be empty."""
    column, kind = quoted(name), KINDS[field["type"]]
    checks = " AND ".join(conditions(field, column))
    if required:
        return f"{column} {kind} NOT NULL CHECK ({checks})"
    return f"{column} {kind} CHECK ({column} IS NULL OR {checks})"


def columns_of(field: Field) -> Iterator[str]:
    """The definition of a column, and of the text beside a number."""
    required = is_required(field)
    yield column_definition(field["name"], field, required)
    if field["type"] == "number":
        yield column_definition(field["name"] + PRINTED, {"type": "string"}, required)


def cells_of(field: Field, cell: str) -> Iterator[Any]:
    """The values for `columns_of`."""
    value = value_of(field, cell)
    if field["type"] == "number":
        yield None if value is None else float(value)
    yield value


def table_definition(resource: Mapping[str, Any]) -> str:
    """CREATE TABLE with the columns and keys of the descriptor."""
    schema, columns = resource["schema"], fields(resource)
    lines = [line for field in columns for line in columns_of(field)]
    lines.append(f"PRIMARY KEY {names(schema['primaryKey'])}")
    unique = (field["name"] for field in columns if field.get("constraints", {}).get("unique"))
    lines += [f"UNIQUE {names([name])}" for name in unique if [name] != schema["primaryKey"]]
    for key in schema.get("foreignKeys", []):
        parent = key["reference"]
        lines.append(
            f"FOREIGN KEY {names(key['fields'])} REFERENCES {quoted(parent['resource'])} {names(parent['fields'])}"
        )
    return f"CREATE TABLE {quoted(resource['name'])} (\n  " + ",\n  ".join(lines) + "\n)"
