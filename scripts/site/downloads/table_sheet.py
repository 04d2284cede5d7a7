"""A table of the package as a sheet of the workbook: an Excel table below two rows of headings, ready to print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.site.downloads.cells import Style, write_number, write_text
from scripts.site.downloads.guide import unit_of
from scripts.site.downloads.named import Named, name_column, named_table
from scripts.site.downloads.printing import set_up_print
from scripts.site.downloads.room import column_widths, height
from scripts.site.fields import BOOLEANS, Field
from scripts.site.site import Site

#: rows above the data: the Chinese headings, then the names of the columns
HEADINGS = 2
#: room beside the name of a column for the button of its filter
BUTTON = "  "
NUMBERS = frozenset({"integer", "year", "number"})


def write_table(book: Workbook, style: Style, site: Site, resource: Mapping[str, Any]) -> None:
    """A table below its two rows of headings, which stay in sight as its key does; the second heads an Excel table."""
    made, table = book.add_worksheet(resource["name"]), named_table(site, resource)
    headings = [heading_of(site, field) for field in table.columns]
    widths = widths_of(table, headings)
    for at, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        made.set_column(at, at, width)
        write_text(made, 0, at, heading, style("heading"))
    made.set_row(0, height(headings, widths))
    for line, row in enumerate(table.rows, HEADINGS):
        made.set_row(line, height((row[field["name"]] for field in table.columns), widths))
        for at, field in enumerate(table.columns):
            write_value(made, line, at, field, row[field["name"]], style)
    last = max(len(table.rows), 1) + HEADINGS - 1
    headers = [{"header": field["name"]} for field in table.columns]
    options = {"name": resource["name"], "columns": headers, "style": "Table Style Light 1"}
    made.add_table(HEADINGS - 1, 0, last, len(widths) - 1, options)
    key = resource["schema"]["primaryKey"]
    made.freeze_panes(HEADINGS, len(key) + len({*table.added} & {*map(name_column, key)}))
    set_up_print(made, site, (0, HEADINGS - 1), sum(widths))


def widths_of(table: Named, headings: list[str]) -> list[int]:
    """The widths of the columns."""
    told = zip(table.columns, headings, strict=True)
    return column_widths(
        [[field["name"] + BUTTON, heading, *(row[field["name"]] for row in table.rows)] for field, heading in told]
    )


def write_value(made: Worksheet, line: int, at: int, field: Field, cell: str, style: Style) -> None:
    """One cell as its type, nothing for an empty one."""
    if cell == "":
        return
    if field["type"] in NUMBERS:
        write_number(made, line, at, cell, style)
    elif field["type"] == "boolean":
        made.write_boolean(line, at, BOOLEANS[cell], style("text"))
    else:
        write_text(made, line, at, cell, style("text"))


def heading_of(site: Site, field: Field) -> str:
    """The heading of a column in words, with its unit."""
    title, unit = site.told(field, "title"), unit_of(site, field)
    return site.text._("{label}（{unit}）", label=title, unit=unit) if unit else title
