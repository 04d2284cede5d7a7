"""The table of a page as an XLSX of its own: where it comes from in the first rows, then the table, ready to print."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from scripts.site import addresses
from scripts.site.downloads.guide import TRANSLATED
from scripts.site.downloads.workbook import Style, column_width, letters, write_number, write_text
from scripts.site.pages import WITH_SHEETS
from scripts.site.sheet import Cell, Number, Sheet
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, OTHER, SPACE

A4 = 9
#: the widest column; what is longer wraps, a text of many lines in a broader one
WIDEST, BROAD, LONG = 24, 60, 120
#: a table of at most so many letters a line is printed upright
UPRIGHT = 100
#: The first rows reach over as many columns at least, so that a narrow table does not break them up.
BROADEST_HEAD = 7
#: letters of a column whose width is not set, points of a line
DEFAULT_WIDTH, LINE = 8, 15
#: What Excel does not take in the name of a sheet, and how long that may be.
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
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
        set_up_print(made, sheet, first)
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
    """The first rows and the title of the table; gives the row of its headings.

    Excel does not fit the height of a row to merged cells, so that it is reckoned here.
    """
    last = max(len(sheet.headings), BROADEST_HEAD) - 1
    widths = [width(sheet, at) if at < len(sheet.headings) else DEFAULT_WIDTH for at in range(1, last + 1)]
    for line, (name, words) in enumerate(lines):
        write_text(made, line, 0, name, style("name"))
        made.merge_range(line, 1, line, last, "", style("words"))
        write_text(made, line, 1, words.replace(SPACE, " "), style("words"))
        made.set_row(line, LINE * -(-letters(words) // (sum(widths) - 2)))
    write_text(made, len(lines) + 1, 0, sheet.title, style("title"))
    return len(lines) + 2


def write_cells(made: Worksheet, style: Style, sheet: Sheet, first: int) -> None:
    """The headings in the row `first` and the table below them; an empty row keeps the sums out of sorting."""
    for at, heading in enumerate(sheet.headings):
        made.set_column(at, at, width(sheet, at))
        write_text(made, first, at, heading, style("heading"))
    below = ((), *sheet.sums) if sheet.sums else ()
    for line, row in enumerate(sheet.rows + below, first + 1):
        for at, cell in enumerate(row):
            write_cell(made, line, at, cell, style)


def write_cell(made: Worksheet, line: int, at: int, cell: Cell, style: Style) -> None:
    """A number as one, shown as printed; nothing for what is empty."""
    if isinstance(cell, Number):
        write_number(made, line, at, cell.value, style)
    elif cell:
        write_text(made, line, at, cell.replace(SPACE, " "), style("text"))


def width(sheet: Sheet, at: int) -> int:
    """Of a column: as its longest line needs, up to a bound; a heading wraps after half of it."""
    cells = (row[at] for row in sheet.rows + sheet.sums)
    texts = [cell.value if isinstance(cell, Number) else cell for cell in cells]
    lines = [line for text in texts for line in text.split("\n")]
    heading = sheet.headings[at]
    wanted = column_width([heading[: (len(heading) + 1) // 2], *lines])
    return min(wanted, BROAD if max(map(letters, lines), default=0) > LONG else WIDEST)


def set_up_print(made: Worksheet, sheet: Sheet, first: int) -> None:
    """One A4 page wide, the headings on every page, the number of the page below."""
    made.set_paper(A4)
    if sum(width(sheet, at) for at in range(len(sheet.headings))) > UPRIGHT:
        made.set_landscape()
    made.fit_to_pages(1, 0)
    made.repeat_rows(first)
    made.set_footer("&C&P / &N")


def own_name(language: str) -> str:
    """What a language calls itself; a second sheet is called so, since English names of things are too long."""
    other, _ = OTHER[language]
    return OTHER[other][1]


def sheet_name(name: str) -> str:
    """A name that Excel takes, whatever the thing is called."""
    return NOT_IN_NAMES.sub("", name)[:LONGEST_NAME].strip() or "-"
