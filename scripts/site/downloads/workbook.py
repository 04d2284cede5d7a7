"""The package as sheets, for people: numbers are numbers, shown with the decimals that the plan prints."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from scripts.package import Package, Row
from scripts.site.downloads.guide import guide_lines
from scripts.site.fields import BOOLEANS, Field, decimals, fields, tables
from scripts.site.kept import Request

GUIDE = "说明"
NARROWEST, WIDEST = 8, 60
#: Rows above the data: the Chinese headings, then the names of the columns.
HEADINGS = 2
NUMBERS = frozenset({"integer", "year", "number"})
StyledCell = tuple[str | float | bool | None, str]


def shape_of(count: int) -> str:
    """The number format that shows `count` decimals."""
    return "0" + ("." + "0" * count if count else "")


def width(text: str) -> int:
    """How wide a text is in Latin letters; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def column_width(texts: Iterable[str]) -> int:
    """Wide enough for what stands in the column, within bounds; longer texts wrap."""
    return min(max(NARROWEST, 3 + max(map(width, texts), default=0)), WIDEST)


def styled(field: Field, cell: str) -> StyledCell:
    """One cell as its type, with its style."""
    if cell == "":
        return None, "text"
    if field["type"] in NUMBERS:
        return float(cell), shape_of(decimals(cell))
    return (BOOLEANS[cell] if field["type"] == "boolean" else cell), "text"


def heading_of(field: Field) -> str:
    """The Chinese heading of a column, with its unit."""
    return f"{field['title']}（{field['unit']}）" if "unit" in field else str(field["title"])


def table_sheet(resource: Mapping[str, Any], rows: tuple[Row, ...]) -> dict[str, Any]:
    """A table below its two rows of headings, which stay in sight; the second heads an Excel table."""
    columns = fields(resource)
    names = [field["name"] for field in columns]
    headings = [heading_of(field) for field in columns]
    widths = [
        column_width([name + "    ", heading, *(row[name] for row in rows)])
        for name, heading in zip(names, headings, strict=True)
    ]
    # Excel's own row of headings is written by the table.
    lines = [[(heading, "heading") for heading in headings], []]
    cells = [[styled(field, row[field["name"]]) for field in columns] for row in rows]
    last = max(len(rows), 1) + HEADINGS - 1
    return {
        "name": resource["name"],
        "widths": [(at, at, width) for at, width in enumerate(widths)],
        "lines": [*lines, *cells],
        "table": [HEADINGS - 1, 0, last, len(columns) - 1, [{"header": name} for name in names]],
        "freeze": [HEADINGS, len(resource["schema"]["primaryKey"])],
    }


def guide_sheet(package: Package) -> dict[str, Any]:
    """The sheet that explains the others."""
    lines = [
        [(cell, "heading" if is_heading else "text") for cell in cells] for is_heading, cells in guide_lines(package)
    ]
    return {
        "name": GUIDE,
        "widths": [(0, 1, 26), (2, 3, 22), (4, 5, WIDEST)],
        "lines": lines,
        "table": [],
        "freeze": [],
    }


def formats(sheets: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The number formats of all cells."""
    for sheet in sheets:
        for line in sheet["lines"]:
            yield from (style for cell, style in line if isinstance(cell, float))


def workbook_request(package: Package) -> Request:
    """The request for the workbook: a sheet that explains, then one for each table; dated by the data's version."""
    descriptor = package.descriptor
    sheets = [table_sheet(resource, package.tables[resource["name"]]) for resource in tables(descriptor)]
    told = {
        "created": datetime.fromisoformat(descriptor["created"]).replace(tzinfo=None).isoformat(),
        "properties": {"title": descriptor["title"], "comments": descriptor["description"]},
        "formats": sorted({*formats(sheets), shape_of(0)}),
        "sheets": [guide_sheet(package), *sheets],
    }
    return Request("workbook", json.dumps(told, ensure_ascii=False))
