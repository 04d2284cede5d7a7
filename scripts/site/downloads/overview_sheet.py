"""The first sheet of the workbook: every figure of every city, said in each language, on one page of A4."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, zip_longest

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.site.downloads.cells import Style, sheet_name, shown, write_across, write_cell, write_text
from scripts.site.downloads.overview import Grid, grid, overview
from scripts.site.downloads.printing import set_up_print
from scripts.site.downloads.room import height, letters, longest_word
from scripts.site.downloads.sheets import head
from scripts.site.site import Site

#: points of the line of a title and of a city's; rows of headings below the titles
TITLE, CITY, HEADINGS = 20, 18, 2
#: the size of the headings' letters, and how much room one takes beside a letter of a figure
SMALL, NARROWER = 9, 0.8
#: letters of room beside the longest figure or word
BESIDE = 0.5
EDGE: dict[str, object] = {"left": 7}
STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 13},
    "group": {"bold": True, "text_wrap": True, "font_size": SMALL, "align": "center", "bottom": 7},
    "heading": {"bold": True, "text_wrap": True, "font_size": SMALL, "bottom": 2, "valign": "bottom"},
    "text": {"bottom": 7},
    "words": {"text_wrap": True, "font_size": SMALL},
}


def write_overview(book: Workbook, sites: Sequence[Site]) -> None:
    """The title in each language, two rows of headings, the cities; below them the source and the notes."""
    told = [overview(site) for site in sites]
    table, made = grid(told), book.add_worksheet(sheet_name(told[0].sheet.name))
    widths, plain, edged = widths_of(table), looks(book, {}), looks(book, EDGE)
    for at, width in enumerate(widths):
        made.set_column(at, at, width)
    for line, each in enumerate(told):
        made.set_row(line, TITLE)
        write_text(made, line, 0, each.sheet.title, plain("title"))
    first = len(told) + HEADINGS
    write_headings(made, edged, table, len(told), widths)
    starts = set(starts_of(table))
    for line, row in enumerate(table.rows, first):
        made.set_row(line, CITY)
        for at, cell in enumerate(row):
            write_cell(made, line, at, cell, edged if at in starts else plain)
    heads = [[*head(site, each.sheet)] for site, each in zip(sites, told, strict=True)]
    write_notes(made, plain, first + len(table.rows) + 1, heads, widths)
    made.freeze_panes(first, len(told))
    set_up_print(made, sites[0], (0, first - 1), sum(widths), pages=1)


def looks(book: Workbook, more: dict[str, object]) -> Style:
    """The style of the sheet's cells, with something added to each."""
    common = {"valign": "vcenter", **more}
    return cache(lambda name: book.add_format(common | STYLES.get(name, {"num_format": name, "bottom": 7})))


def starts_of(table: Grid) -> list[int]:
    """The first column of each group."""
    return [0, *accumulate(len(group.headings) for group in table.groups)][:-1]


def widths_of(table: Grid) -> list[float]:
    """Of the columns: as their figures and the longest words of their headings need."""
    headings = [
        told if len(group.headings) > 1 else f"{group.name}\n{told}"
        for group in table.groups
        for told in group.headings
    ]
    figures = [max(map(letters, map(shown, column))) for column in zip(*table.rows, strict=True)]
    words = [longest_word(heading) * NARROWER for heading in headings]
    return [BESIDE + max(pair) for pair in zip(figures, words, strict=True)]


def write_headings(made: Worksheet, style: Style, table: Grid, line: int, widths: Sequence[float]) -> None:
    """The indicators and below them the quantities, as high as they need."""
    starts = starts_of(table)
    rooms = [sum(widths[at : at + len(group.headings)]) for at, group in zip(starts, table.groups, strict=True)]
    headings = [told for group in table.groups for told in group.headings]
    made.set_row(line, small_height([group.name for group in table.groups], rooms))
    made.set_row(line + 1, small_height(headings, widths))
    for at, group in zip(starts, table.groups, strict=True):
        if len(group.headings) > 1:
            made.merge_range(line, at, line, at + len(group.headings) - 1, "", style("group"))
        write_text(made, line, at, group.name, style("group"))
    for at, told in enumerate(headings):
        write_text(made, line + 1, at, told, style("heading"))


def small_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """The height of a row of small letters."""
    return height(texts, [width / NARROWER for width in widths]) * NARROWER


def write_notes(
    made: Worksheet, style: Style, line: int, heads: Sequence[Sequence[tuple[str, str]]], widths: Sequence[float]
) -> None:
    """The source and the notes, each language beside the other."""
    share, broad = len(widths) // len(heads), [width / NARROWER for width in widths]
    for at, lines in enumerate(zip_longest(*heads, fillvalue=("", "")), line):
        heights = [
            write_across(made, at, part * share, broad[part * share :][:share], f"{name}　{words}", style("words"))
            for part, (name, words) in enumerate(lines)
        ]
        made.set_row(at, max(heights))
