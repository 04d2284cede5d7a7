"""What every sheet of every workbook is written with: texts that stay texts, and numbers with their digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scripts.site.downloads.room import height
from scripts.site.fields import decimals
from scripts.site.sheet import Cell, Number
from scripts.site.text.texts import SPACE

#: What Excel does not take in the name of a sheet, and how long that may be.
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31

#: "heading", "text" or a number format → how a cell of a workbook looks
Style = Callable[[str], Format]


def write_cell(made: Worksheet, line: int, at: int, cell: Cell, style: Style) -> None:
    """A number as one, shown as printed; nothing for what is empty."""
    if isinstance(cell, Number):
        write_number(made, line, at, cell.value, style)
    elif cell:
        write_text(made, line, at, cell.replace(SPACE, " "), style("text"))


def shown(cell: Cell) -> str:
    """A cell as it is read."""
    return cell.value if isinstance(cell, Number) else cell


def write_row(made: Worksheet, line: int, row: Sequence[Cell], widths: Sequence[float], style: Style) -> None:
    """Cells in columns of these widths, as high as they need."""
    made.set_row(line, height(map(shown, row), widths))
    for at, cell in enumerate(row):
        write_cell(made, line, at, cell, style)


def write_number(sheet: Worksheet, line: int, at: int, cell: str, style: Style) -> None:
    """A number shown with its decimals; of a float the library would write 16 digits: 8.8 as 8.800000000000001."""
    sheet.write_number(line, at, Decimal(cell), style(number_format(decimals(cell))))


def write_text(sheet: Worksheet, line: int, at: int, cell: str, style: Format) -> None:
    """A text that stays one, whatever Excel would make of it; raises ValueError where it can't hold it."""
    if sheet.write_string(line, at, cell, style) != 0:
        raise ValueError(f"row {line + 1}: too long a text for a cell of Excel: {cell[:40]}…")


def write_across(made: Worksheet, line: int, at: int, widths: Sequence[float], words: str, style: Format) -> int:
    """A text over several columns of these widths; gives the height that its row needs."""
    words = words.replace(SPACE, " ")
    made.merge_range(line, at, line, at + len(widths) - 1, "", style)
    write_text(made, line, at, words, style)
    return height([words], [sum(widths)])


def number_format(count: int) -> str:
    """The number format that shows `count` decimals."""
    return "0" + ("." + "0" * count if count else "")


def sheet_name(name: str) -> str:
    """A name that Excel takes, whatever the thing is called."""
    return NOT_IN_NAMES.sub("", name)[:LONGEST_NAME].strip() or "-"
