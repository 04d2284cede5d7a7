"""Sheets as plain data → the bytes of an XLSX; the only module that needs XlsxWriter."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

Styles = Mapping[str, Format]
TOP = {"valign": "top"}


def styles_of(workbook: Workbook, formats: list[str]) -> Styles:
    """A format for headings, one for text and one for each of the number formats."""
    styles = {shape: workbook.add_format({"num_format": shape, **TOP}) for shape in formats}
    heading = workbook.add_format({"bold": True, "text_wrap": True, **TOP})
    return styles | {"heading": heading, "text": workbook.add_format({"text_wrap": True, **TOP})}


def write_cell(sheet: Worksheet, line: int, at: int, cell: Any, style: Format) -> None:
    """One cell as its JSON type, nothing for null; raises ValueError where Excel can't hold the text."""
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(line, at, cell, style)
        case float():
            sheet.write_number(line, at, cell, style)
        case str():
            if sheet.write_string(line, at, cell, style) != 0:
                raise ValueError(f"row {line + 1}: too long a text for a cell of Excel: {cell[:40]}…")
        case _:
            raise TypeError(f"row {line + 1}: {cell!r}")


def write_sheet(workbook: Workbook, told: Mapping[str, Any], styles: Styles) -> None:
    """A sheet; `lines` are rows of [cell, style], `table` what Excel shall take for a table."""
    sheet = workbook.add_worksheet(told["name"])
    for first, last, width in told["widths"]:
        sheet.set_column(first, last, width)
    for line, cells in enumerate(told["lines"]):
        for at, (cell, style) in enumerate(cells):
            write_cell(sheet, line, at, cell, styles[style])
    if told["table"]:
        *place, columns = told["table"]
        options = {"name": told["name"], "columns": columns, "style": "Table Style Light 1"}
        sheet.add_table(*place, options)
        sheet.freeze_panes(*told["freeze"])


def make(content: str) -> bytes:
    """The workbook that downloads/workbook.py asks for."""
    told = json.loads(content)
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.set_properties({**told["properties"], "created": datetime.fromisoformat(told["created"])})
    styles = styles_of(workbook, told["formats"])
    for sheet in told["sheets"]:
        write_sheet(workbook, sheet, styles)
    workbook.close()
    return buffer.getvalue()
