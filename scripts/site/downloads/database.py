"""The package as one SQLite file: keys, foreign keys, ready-made joins, and the source text itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.site.fields import Field, fields, is_required, tables, value_of
from scripts.site.model.rows import Rows
from scripts.site.site import Site
from scripts.site.text.texts import N_

VIEWS = Path(__file__).with_name("views.sql")
#: NUMERIC computes and compares as numbers do; what is printed stands beside it in `<column>_text`.
KINDS = {"string": "TEXT", "number": "NUMERIC", "integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER"}
#: What each view of views.sql is for.
GUIDE = {
    "city_figures": N_("各市的每个数字，连同市名和指标名"),
    "emission_plans": N_("四种污染物：每市一行，2015 年排放量、下降比例、2020 年上限（推算）、重点工程减排量"),
    "responsibilities": N_("各条由哪些单位牵头、哪些单位参加，连同条名和单位名"),
    "plan_targets": N_("四十四条里的目标，连同条名和章名"),
    "source_words": N_("目标和各市数字在原文里的原话：printed 去掉空白即 stored"),
}
#: Bytes 96–99 of an SQLite file name the version of the library that wrote it: always this one.
LIBRARY_VERSION = (3040001).to_bytes(4, "big")


def quoted(name: str) -> str:
    """An identifier of SQL, whatever it is called."""
    return '"' + name.replace('"', '""') + '"'


def columns_of(field: Field) -> Iterator[str]:
    """The definition of a column, and of the text beside a number."""
    required = " NOT NULL" if is_required(field) else ""
    yield f"{quoted(field['name'])} {KINDS[field['type']]}{required}"
    if field["type"] == "number":
        yield f"{quoted(field['name'] + '_text')} TEXT{required}"


def cells_of(field: Field, cell: str) -> Iterator[Any]:
    """The values for `columns_of`; SQLite itself turns the text of a number into one."""
    value = value_of(field, cell)
    yield value
    if field["type"] == "number":
        yield value


def names(listed: list[str]) -> str:
    """Several identifiers in brackets."""
    return "(" + ", ".join(map(quoted, listed)) + ")"


def table_definition(resource: Mapping[str, Any]) -> str:
    """CREATE TABLE with the primary and foreign keys of the descriptor."""
    schema = resource["schema"]
    lines = [line for field in fields(resource) for line in columns_of(field)]
    lines.append(f"PRIMARY KEY {names(schema['primaryKey'])}")
    for key in schema.get("foreignKeys", []):
        parent = key["reference"]
        lines.append(
            f"FOREIGN KEY {names(key['fields'])} REFERENCES {quoted(parent['resource'])} {names(parent['fields'])}"
        )
    return f"CREATE TABLE {quoted(resource['name'])} (\n  " + ",\n  ".join(lines) + "\n)"


def fill_table(database: sqlite3.Connection, resource: Mapping[str, Any], rows: Rows) -> None:
    """Create a table and put its rows in, in the order of the package."""
    columns = fields(resource)
    database.execute(table_definition(resource))
    width = sum(1 for field in columns for _ in columns_of(field))
    marks = ", ".join("?" * width)
    cells = ([value for field in columns for value in cells_of(field, row[field["name"]])] for row in rows)
    database.executemany(f"INSERT INTO {quoted(resource['name'])} VALUES ({marks})", cells)


def about(site: Site) -> Iterator[tuple[str, str]]:
    """What the file is, as names and values."""
    document, descriptor = site.document, site.package.descriptor
    yield "name", descriptor["name"]
    yield "title", descriptor["title"]
    yield "description", descriptor["description"]
    yield "version", site.package.version
    yield "date", site.date
    yield "document", f"{document.issuer} {document.number} {document.title} {document.signed}"
    yield "license", descriptor["licenses"][0]["name"]
    yield "notice", descriptor["notice"]


def fill_guide(database: sqlite3.Connection, site: Site) -> None:
    """The tables that explain the others: `about`, `guide`, and the text in `source`."""
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    database.executemany("INSERT INTO about VALUES (?, ?)", about(site))
    database.execute("CREATE TABLE source (text TEXT NOT NULL)")
    database.execute("INSERT INTO source VALUES (?)", (site.package.text,))
    database.execute(
        'CREATE TABLE guide ("table" TEXT NOT NULL, "column" TEXT, title TEXT NOT NULL, unit TEXT, description TEXT)'
    )
    found: list[tuple[str, str | None, str, str | None, str | None]] = []
    for resource in tables(site.package.descriptor):
        found.append((resource["name"], None, resource["title"], None, resource["description"]))
        for field in fields(resource):
            unit = field.get("unit")
            found.append((resource["name"], field["name"], field["title"], unit, field["description"]))
    found += [(view, None, site.text._(use), None, None) for view, use in GUIDE.items()]
    database.executemany("INSERT INTO guide VALUES (?, ?, ?, ?, ?)", found)


def sqlite_file(site: Site) -> bytes:
    """The database; the same package gives the same bytes, whichever library writes it."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for resource in tables(site.package.descriptor):
            fill_table(database, resource, site.package.tables[resource["name"]])
        fill_guide(database, site)
        database.execute("COMMIT")
        database.executescript(VIEWS.read_text(encoding="utf-8"))
        database.execute("VACUUM")
        written = database.serialize()
    finally:
        database.close()
    return written[:96] + LIBRARY_VERSION + written[100:]
