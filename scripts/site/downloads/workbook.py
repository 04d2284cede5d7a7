"""The package as an XLSX, for people: numbers are numbers, shown with the decimals that the plan prints."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.site.downloads.guide import guide_lines
from scripts.site.fields import BOOLEANS, Field, decimals, fields, tables
from scripts.site.model.rows import Rows
from scripts.site.site import Site
from scripts.site.text.texts import N_

GUIDE = N_("说明")
WIDEST = 60
#: first column, last column, width
GUIDE_WIDTHS = ((0, 1, 26), (2, 3, 22), (4, 5, WIDEST))
#: rows above the data: the Chinese headings, then the names of the columns
HEADINGS = 2
NUMBERS = frozenset({"integer", "year", "number"})
STYLES = {"heading": {"bold": True, "text_wrap": True}, "text": {"text_wrap": True}}

#: "heading", "text" or a number format → how a cell of a workbook looks
Style = Callable[[str], Format]


def xlsx_file(sites: Sequence[Site]) -> bytes:
    """The workbook: a sheet that explains for each language, then one for each table; dated by the data's version.

    Raises ValueError where Excel can't hold a text.
    """
    package, buffer = sites[0].package, io.BytesIO()
    descriptor = package.descriptor
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime.fromisoformat(descriptor["created"]).replace(tzinfo=None)
    book.set_properties({"title": descriptor["title"], "comments": descriptor["description"], "created": created})
    style = cache(lambda name: book.add_format({"valign": "top"} | STYLES.get(name, {"num_format": name})))
    for site in sites:
        write_guide(book.add_worksheet(site.text._(GUIDE)), style, site)
    for resource in tables(descriptor):
        write_table(book, style, resource, package.tables[resource["name"]])
    book.close()
    return buffer.getvalue()


def write_guide(sheet: Worksheet, style: Style, site: Site) -> None:
    """The sheet that explains the others."""
    for first, last, width in GUIDE_WIDTHS:
        sheet.set_column(first, last, width)
    for line, (is_heading, cells) in enumerate(guide_lines(site)):
        for at, cell in enumerate(cells):
            write_text(sheet, line, at, cell, style("heading" if is_heading else "text"))


def write_table(book: Workbook, style: Style, resource: Mapping[str, Any], rows: Rows) -> None:
    """A table below its two rows of headings, which stay in sight; the second heads an Excel table."""
    sheet, columns = book.add_worksheet(resource["name"]), fields(resource)
    for at, field in enumerate(columns):
        name, heading = field["name"], heading_of(field)
        sheet.set_column(at, at, column_width([name + "    ", heading, *(row[name] for row in rows)]))
        write_text(sheet, 0, at, heading, style("heading"))
    for line, row in enumerate(rows, HEADINGS):
        for at, field in enumerate(columns):
            write_cell(sheet, line, at, field, row[field["name"]], style)
    last = max(len(rows), 1) + HEADINGS - 1
    headers = [{"header": field["name"]} for field in columns]
    options = {"name": resource["name"], "columns": headers, "style": "Table Style Light 1"}
    sheet.add_table(HEADINGS - 1, 0, last, len(columns) - 1, options)
    sheet.freeze_panes(HEADINGS, len(resource["schema"]["primaryKey"]))


def write_cell(sheet: Worksheet, line: int, at: int, field: Field, cell: str, style: Style) -> None:
    """One cell as its type, nothing for an empty one."""
    if cell == "":
        return
    if field["type"] in NUMBERS:
        write_number(sheet, line, at, cell, style)
    elif field["type"] == "boolean":
        sheet.write_boolean(line, at, BOOLEANS[cell], style("text"))
    else:
        write_text(sheet, line, at, cell, style("text"))


def write_number(sheet: Worksheet, line: int, at: int, cell: str, style: Style) -> None:
    """A number shown with its decimals; of a float the library would write 16 digits: 8.8 as 8.800000000000001."""
    sheet.write_number(line, at, Decimal(cell), style(number_format(decimals(cell))))


def write_text(sheet: Worksheet, line: int, at: int, cell: str, style: Format) -> None:
    """A text that stays one, whatever Excel would make of it; raises ValueError where it can't hold it."""
    if sheet.write_string(line, at, cell, style) != 0:
        raise ValueError(f"row {line + 1}: too long a text for a cell of Excel: {cell[:40]}…")


def heading_of(field: Field) -> str:
    """The Chinese heading of a column, with its unit."""
    return f"{field['title']}（{field['unit']}）" if "unit" in field else str(field["title"])


def number_format(count: int) -> str:
    """The number format that shows `count` decimals."""
    return "0" + ("." + "0" * count if count else "")


def column_width(texts: Iterable[str]) -> int:
    """Wide enough for what stands in the column, up to a bound; longer texts wrap."""
    return min(3 + max(map(letters, texts)), WIDEST)


def letters(text: str) -> int:
    """How wide a text is in Latin letters; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
