"""The package as one XLSX, for people: numbers are numbers, shown with the decimals that the plan prints."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.package import Package, Row
from scripts.render.downloads.guide import guide_lines
from scripts.render.fields import BOOLEANS, Field, decimals, fields, tables

GUIDE = "说明"
NARROWEST, WIDEST = 8, 60
#: Rows above the data: the Chinese headings, then the names of the columns.
HEADINGS = 2
NUMBERS = frozenset({"integer", "year", "number"})


@dataclass(frozen=True)
class Styles:
    """The formats of a workbook; `numbers` has one for each count of decimals."""

    heading: Format
    text: Format
    numbers: Mapping[int, Format]


def styles_of(workbook: Workbook, package: Package) -> Styles:
    """Every format that the package's cells need."""
    counts = {
        decimals(row[field["name"]])
        for resource in tables(package.descriptor)
        for field in fields(resource)
        if field["type"] in NUMBERS
        for row in package.tables[resource["name"]]
    }
    shapes = {count: "0" + ("." + "0" * count if count else "") for count in sorted(counts | {0})}
    top = {"valign": "top"}
    return Styles(
        heading=workbook.add_format({"bold": True, "text_wrap": True, **top}),
        text=workbook.add_format({"text_wrap": True, **top}),
        numbers={count: workbook.add_format({"num_format": shape, **top}) for count, shape in shapes.items()},
    )


def width(text: str) -> int:
    """How wide a text is in Latin letters; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def column_width(texts: Iterable[str]) -> int:
    """Wide enough for what stands in the column, within bounds; longer texts wrap."""
    return min(max(NARROWEST, 3 + max(map(width, texts), default=0)), WIDEST)


def write(sheet: Worksheet, place: tuple[int, int], field: Field, cell: str, styles: Styles) -> None:
    """One cell as its type; raises ValueError where Excel can't hold the text."""
    kind = field["type"]
    if cell == "":
        return
    if kind in NUMBERS:
        sheet.write_number(*place, float(cell), styles.numbers[decimals(cell)])
    elif kind == "boolean":
        sheet.write_boolean(*place, BOOLEANS[cell], styles.text)
    elif sheet.write_string(*place, cell, styles.text) != 0:
        raise ValueError(f"{field['name']}: too long a text for a cell of Excel: {cell[:40]}…")


def heading_of(field: Field) -> str:
    """The Chinese heading of a column, with its unit."""
    return f"{field['title']}（{field['unit']}）" if "unit" in field else str(field["title"])


def write_table(sheet: Worksheet, resource: Mapping[str, Any], rows: tuple[Row, ...], styles: Styles) -> None:
    """A table below its two rows of headings, which stay in sight; the second heads an Excel table."""
    columns = fields(resource)
    for at, field in enumerate(columns):
        name = field["name"]
        sheet.write_string(0, at, heading_of(field), styles.heading)
        cells = (row[name] for row in rows)
        sheet.set_column(at, at, column_width([name + "    ", heading_of(field), *cells]))
        for line, row in enumerate(rows, start=HEADINGS):
            write(sheet, (line, at), field, row[name], styles)
    headers = [{"header": field["name"]} for field in columns]
    options = {"name": resource["name"], "columns": headers, "style": "Table Style Light 1"}
    sheet.add_table(HEADINGS - 1, 0, max(len(rows), 1) + HEADINGS - 1, len(columns) - 1, options)
    sheet.freeze_panes(HEADINGS, len(resource["schema"]["primaryKey"]))


def write_guide(sheet: Worksheet, package: Package, styles: Styles) -> None:
    """The sheet that explains the others."""
    sheet.set_column(0, 1, 26)
    sheet.set_column(2, 3, 22)
    sheet.set_column(4, 5, WIDEST)
    for line, (is_heading, cells) in enumerate(guide_lines(package)):
        for at, cell in enumerate(cells):
            sheet.write_string(line, at, cell, styles.heading if is_heading else styles.text)


def xlsx_file(package: Package) -> bytes:
    """The workbook: a sheet that explains, then one for each table; dated by the data's version."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime.fromisoformat(package.descriptor["created"]).replace(tzinfo=None)
    title = {"title": package.descriptor["title"], "comments": package.descriptor["description"]}
    workbook.set_properties({"created": created, **title})
    styles = styles_of(workbook, package)
    write_guide(workbook.add_worksheet(GUIDE), package, styles)
    for resource in tables(package.descriptor):
        sheet = workbook.add_worksheet(resource["name"])
        write_table(sheet, resource, package.tables[resource["name"]], styles)
    workbook.close()
    return buffer.getvalue()
