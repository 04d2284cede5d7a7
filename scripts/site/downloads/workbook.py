"""The package as an XLSX, for people: numbers are numbers, shown with the decimals that the plan prints."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from functools import cache

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from scripts.site.downloads.cells import Style, shown, write_across, write_row, write_text
from scripts.site.downloads.guide import guide_lines
from scripts.site.downloads.overview_sheet import write_overview
from scripts.site.downloads.printing import set_up_print
from scripts.site.downloads.table_sheet import write_table
from scripts.site.fields import tables
from scripts.site.sheet import Cell
from scripts.site.site import Site
from scripts.site.text.texts import N_

GUIDE = N_("说明")
#: the widths of the columns of a sheet that explains
GUIDE_WIDTHS = (26, 26, 22, 22, 50, 50, 36)
#: points of the line of a title
TITLE = 20
STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 13},
    "heading": {"bold": True, "text_wrap": True},
    "text": {"text_wrap": True},
}


def xlsx_file(sites: Sequence[Site]) -> bytes:
    """The workbook: all cities' figures, what explains in each language, then every table; dated by the data's version.

    Raises ValueError where Excel can't hold a text.
    """
    descriptor, buffer = sites[0].package.descriptor, io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime.fromisoformat(descriptor["created"]).replace(tzinfo=None)
    book.set_properties({"title": descriptor["title"], "comments": descriptor["description"], "created": created})
    style = cache(lambda name: book.add_format({"valign": "top"} | STYLES.get(name, {"num_format": name})))
    write_overview(book, sites)
    for site in sites:
        write_guide(book.add_worksheet(site.text._(GUIDE)), style, site)
    for resource in tables(descriptor):
        write_table(book, style, sites[0], resource)
    book.close()
    return buffer.getvalue()


def write_guide(made: Worksheet, style: Style, site: Site) -> None:
    """The sheet that explains the others; what is told in a sentence reaches over the columns."""
    for at, width in enumerate(GUIDE_WIDTHS):
        made.set_column(at, at, width)
    for line, (is_heading, cells) in enumerate(guide_lines(site)):
        write_line(made, line, is_heading, cells, style)
    set_up_print(made, site, (0, 0), sum(GUIDE_WIDTHS))


def write_line(made: Worksheet, line: int, is_heading: bool, cells: Sequence[Cell], style: Style) -> None:
    """A line of such a sheet: headings, a name and its sentence, or the cells of a table."""
    match is_heading, cells:
        case True, [str(title)]:
            made.set_row(line, TITLE)
            write_text(made, line, 0, title, style("title"))
        case True, _:
            for at, cell in enumerate(cells):
                write_text(made, line, at, shown(cell), style("heading"))
        case False, [str(name), str(words)]:
            write_text(made, line, 0, name, style("heading"))
            made.set_row(line, write_across(made, line, 1, GUIDE_WIDTHS[1:], words, style("text")))
        case False, _:
            write_row(made, line, cells, GUIDE_WIDTHS[: len(cells)], style)
