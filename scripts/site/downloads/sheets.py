"""The table of a page as an XLSX of its own: where it comes from in the first rows, then the table, ready to print."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from scripts.site import addresses
from scripts.site.downloads.cells import Style, sheet_name, shown, write_across, write_row, write_text
from scripts.site.downloads.guide import TRANSLATED
from scripts.site.downloads.printing import set_up_print
from scripts.site.downloads.room import column_width, height, letters
from scripts.site.pages import WITH_SHEETS
from scripts.site.sheet import Sheet
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, OTHER

#: the widest column; what is longer wraps, a text of many lines in a broader one
WIDEST, BROAD, LONG = 24, 60, 120
#: The first rows reach over as many columns at least, so that a narrow table does not break them up.
BROADEST_HEAD = 7
#: letters of a column whose width is not set
DEFAULT_WIDTH = 8
STYLES: dict[str, dict[str, object]] = {
    "name": {"bold": True},
    "title": {"bold": True, "font_size": 13},
    "heading": {"bold": True, "text_wrap": True, "bottom": 2},
    "text": {"text_wrap": True, "bottom": 4},
    "words": {"text_wrap": True},
}


def sheet_files(sites: Sequence[Site]) -> dict[str, bytes]:
    """cities/shenyang.xlsx, indicators/cod.xlsx, …: path on the site → bytes."""
    tables = ([sheet for kind in WITH_SHEETS for sheet in kind.sheets(site)] for site in sites)
    alike = zip(*tables, strict=True)
    return {addresses.data_file(told[0].address, "xlsx"): sheet_file(sites, told) for told in alike}


def sheet_file(sites: Sequence[Site], told: Sequence[Sheet]) -> bytes:
    """A workbook with a table in each language, a sheet each, the main one named after its thing and first.

    It is dated by the data's version. Raises ValueError where Excel can't hold a text.
    """
    descriptor, buffer = sites[0].package.descriptor, io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime.fromisoformat(descriptor["created"]).replace(tzinfo=None)
    book.set_properties({"title": told[0].title, "comments": descriptor["notice"], "created": created})
    style = cache(lambda name: book.add_format({"valign": "top"} | STYLES.get(name, {"num_format": name, "bottom": 4})))
    for at, (site, sheet) in enumerate(zip(sites, told, strict=True)):
        made = book.add_worksheet(own_name(site.text.language) if at else sheet_name(sheet.name))
        first = write_head(made, style, list(head(site, sheet)), sheet)
        write_cells(made, style, sheet, first)
        set_up_print(made, site, (first, first), sum(width(sheet, at) for at in range(len(sheet.headings))))
    book.close()
    return buffer.getvalue()


def head(site: Site, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """(name, words) of each of the first rows: which document, where in it, from where, which version."""
    text, source = site.text, site.package.descriptor["sources"][0]
    yield text._("文号"), site.document.number
    yield sheet.place
    yield text._("来源"), text._("{title}，{address}", title=site.told(source, "title"), address=source["path"])
    yield text._("版本"), text._("{version}（{date}）", version=site.package.version, date=site.date)
    if site.settings.site_url:
        yield text._("网页"), site.url(sheet.address)
    notes = [text._("这些是当年定下的目标，不是完成情况。"), *sheet.notes]
    if text.language != CHINESE:
        notes.append(text._(TRANSLATED))
    for note in notes:
        yield text._("注意"), note


def write_head(made: Worksheet, style: Style, lines: list[tuple[str, str]], sheet: Sheet) -> int:
    """The first rows and the title of the table; gives the row of its headings."""
    last = max(len(sheet.headings), BROADEST_HEAD) - 1
    widths = [width(sheet, at) if at < len(sheet.headings) else DEFAULT_WIDTH for at in range(1, last + 1)]
    for line, (name, words) in enumerate(lines):
        write_text(made, line, 0, name, style("name"))
        made.set_row(line, write_across(made, line, 1, widths, words, style("words")))
    write_text(made, len(lines) + 1, 0, sheet.title, style("title"))
    return len(lines) + 2


def write_cells(made: Worksheet, style: Style, sheet: Sheet, first: int) -> None:
    """The headings in the row `first` and the table below them; an empty row keeps the sums out of sorting."""
    widths = [width(sheet, at) for at in range(len(sheet.headings))]
    made.set_row(first, height(sheet.headings, widths))
    for at, heading in enumerate(sheet.headings):
        made.set_column(at, at, widths[at])
        write_text(made, first, at, heading, style("heading"))
    for line, row in enumerate(sheet.rows, first + 1):
        write_row(made, line, row, widths, style)
    for line, row in enumerate(sheet.sums, first + len(sheet.rows) + 2):
        write_row(made, line, row, widths, style)


def width(sheet: Sheet, at: int) -> int:
    """Of a column: as its longest line needs, up to a bound; a heading wraps after half of it."""
    cells = (row[at] for row in sheet.rows + sheet.sums)
    lines = [line for cell in cells for line in shown(cell).split("\n")]
    heading = sheet.headings[at]
    wanted = column_width([heading[: (len(heading) + 1) // 2], *lines])
    return min(wanted, BROAD if max(map(letters, lines), default=0) > LONG else WIDEST)


def own_name(language: str) -> str:
    """What a language calls itself; a second sheet is called so, since English names of things are too long."""
    other, _ = OTHER[language]
    return OTHER[other][1]
