"""CSV, JSON, XLSX and SQLite hold the same tables, cell by cell, down to the last printed zero."""

import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal

import openpyxl
import pytest

from scripts.package import csv_to_rows
from scripts.site.fields import fields, tables
from tests.site.sites import PACKAGE

Cells = list[tuple[str, ...]]
FORMATS = ("json", "xlsx", "sqlite")
NUMBERS = {"integer", "year", "number"}


def plain(value: object) -> str:
    """A value of JSON as the text of a CSV cell."""
    if value is None:
        return ""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def from_json(files: Mapping[str, bytes], resource: Mapping) -> Cells:
    names = [field["name"] for field in fields(resource)]
    rows = json.loads(files[f"data/{resource['name']}.json"])
    assert all(list(row) == names for row in rows)
    return [tuple(plain(row[name]) for name in names) for row in rows]


def shown(cell, field) -> str:
    """What Excel shows in a cell of a table."""
    if cell.value is None:
        return ""
    if field["type"] in NUMBERS:
        assert isinstance(cell.value, int | float), (cell.coordinate, cell.value)
        decimals = len(cell.number_format.partition(".")[2])
        assert cell.number_format.replace(".", "").strip("0") == ""
        return f"{Decimal(repr(cell.value)):.{decimals}f}"
    assert isinstance(cell.value, bool if field["type"] == "boolean" else str), (cell.coordinate, cell.value)
    return plain(cell.value)


def from_xlsx(book: openpyxl.Workbook, resource: Mapping) -> Cells:
    listed = fields(resource)
    lines = list(book[resource["name"]].iter_rows())
    names = [cell.value for cell in lines[1]]
    own = [at for at, name in enumerate(names) if name in {field["name"] for field in listed}]
    assert [names[at] for at in own] == [field["name"] for field in listed]
    return [tuple(shown(line[at], field) for at, field in zip(own, listed, strict=True)) for line in lines[2:]]


def from_sqlite(database: sqlite3.Connection, resource: Mapping) -> Cells:
    listed = fields(resource)
    columns = ", ".join(f'"{field["name"]}"' for field in listed)
    texts = [f'"{field["name"]}_text"' if field["type"] == "number" else "NULL" for field in listed]
    query = f'SELECT {columns}, {", ".join(texts)} FROM "{resource["name"]}" ORDER BY rowid'
    return [tuple(stored(row, at, field) for at, field in enumerate(listed)) for row in database.execute(query)]


def stored(row: tuple, at: int, field: Mapping) -> str:
    """A value of SQLite as the text of a CSV cell; a number must be the one that its text says."""
    value, text = row[at], row[len(row) // 2 + at]
    if value is None:
        assert text is None
        return ""
    if field["type"] == "number":
        assert isinstance(value, int | float)
        assert Decimal(repr(value)) == Decimal(text)
        return text
    if field["type"] == "boolean":
        return {1: "true", 0: "false"}[value]
    assert isinstance(value, int if field["type"] in NUMBERS else str), (field["name"], value)
    return str(value)


@pytest.fixture(scope="module")
def readers(files: Mapping[str, bytes]) -> Iterator[dict]:
    """Format → a function from a resource to its cells."""
    book = openpyxl.load_workbook(io.BytesIO(files["data/liaoning-13fyp.xlsx"]))
    database = sqlite3.connect(":memory:")
    database.deserialize(files["data/liaoning-13fyp.sqlite"])
    yield {
        "json": lambda resource: from_json(files, resource),
        "xlsx": lambda resource: from_xlsx(book, resource),
        "sqlite": lambda resource: from_sqlite(database, resource),
    }
    database.close()


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_holds_what_the_csv_holds(form: str, readers, files: Mapping[str, bytes]) -> None:
    compared = 0
    for resource in tables(PACKAGE.descriptor):
        expected = [tuple(row.values()) for row in csv_to_rows(files[resource["path"]])]
        assert readers[form](resource) == expected, resource["name"]
        compared += sum(map(len, expected))
    assert compared > 9000


def test_trailing_zeros_are_among_what_was_compared() -> None:
    assert any(row["value"].endswith("0") and "." in row["value"] for row in PACKAGE.tables["city_targets"])


def test_csv_is_served_with_the_packages_own_bytes(files: Mapping[str, bytes]) -> None:
    for path in ["datapackage.json", *(resource["path"] for resource in PACKAGE.descriptor["resources"])]:
        assert files[path] == PACKAGE.files[path]
