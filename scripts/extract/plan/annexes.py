"""The annex tables: labels, titles, header, one row a city, and the note below; every cell read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.compact_text import CompactText, Span
from scripts.extract.etc.tables import AnnexColumn
from scripts.extract.plan.source import Source
from scripts.extract.plan.tree import Block, Line
from scripts.findings import Finding

LIST_ENTRY = re.compile(r"([0-9]{1,3})\.(“.+)")
NOTE = "注："
CITY_HEADER = "城市"

#: How a cell of each kind is printed; a per cent sign may stand in the cell or only in the header.
CELLS: Mapping[str, re.Pattern[str]] = {
    "integer": re.compile(r"(?P<value>0|[1-9][0-9]{0,11})"),
    "decimal": re.compile(r"(?P<value>(?:0|[1-9][0-9]{0,11})\.[0-9]{2})"),
    "percent": re.compile(r"(?P<value>(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,4})?)%?"),
}


@dataclass(frozen=True)
class Cell:
    """One figure of an annex: the value, the letters it was read from and where they stand."""

    column: AnnexColumn
    city: str
    value: str
    as_printed: str
    span: Span


@dataclass(frozen=True)
class Annex:
    """An annex as read; `cells` row by row as printed, `note` without 注：, empty where there is none."""

    number: int
    title: str
    title_start: int
    cells: tuple[Cell, ...]
    cities: tuple[str, ...]
    note: CompactText


def cells_of(line: Line) -> Iterator[tuple[Span, str]]:
    """The tab-separated cells of a line: range and text without white space around."""
    place = line.start
    for part in line.text.split("\t"):
        text = part.strip()
        start = place + len(part) - len(part.lstrip()) if text else place
        yield Span(start, start + len(text)), text
        place += len(part) + 1


def parse_list(block: Block) -> dict[int, str]:
    """The list of annexes printed after the last measure: number → title."""
    words = (line.compact.text.removeprefix("附件：") for line in block.lines)
    matches = (LIST_ENTRY.fullmatch(word) for word in words if word)
    return {int(match[1]): match[2] for match in matches if match}


def read_header(line: Line, columns: tuple[AnnexColumn, ...], source: Source) -> list[Finding]:
    """The header must hold the columns of etc/ in their order, after 城市."""
    printed = ["".join(text.split()) for _, text in cells_of(line)]
    wanted = [CITY_HEADER, *(column.header for column in columns)]
    if printed == wanted:
        return []
    problem = f"表头是“{'｜'.join(printed)}”，应为“{'｜'.join(wanted)}”"
    fix = "请核对原文；表头确有变化时更新 etc/indicators.yml 的 annexes"
    return [source.finding(line.start, "annex-header", problem, fix)]


def read_row(
    line: Line, columns: tuple[AnnexColumn, ...], cities: Mapping[str, str], source: Source
) -> tuple[str, list[Cell], list[Finding]]:
    """(city, cells, findings) of one row; `cities` maps printed names to slugs, and one it lacks stays as printed."""
    (_, first), *rest = cells_of(line)
    name = "".join(first.split())
    city = cities.get(name, name)
    findings: list[Finding] = []
    if name not in cities:
        fix = "请核对市名；确为新写法时更新 etc/cities.yml"
        findings.append(source.finding(line.start, "unknown-city", f"不认识的市“{name}”", fix))
    if len(rest) != len(columns):
        problem = f"“{name}”一行有 {len(rest)} 个数，应有 {len(columns)} 个"
        findings.append(source.finding(line.start, "annex-row", problem, "请核对原文，列以制表符分隔"))
    cells = []
    for (span, text), column in zip(rest, columns, strict=False):
        match = CELLS[column.cell].fullmatch(text)
        if not match or (column.cell == "percent" and Decimal(match["value"]) > 100):
            problem = f"“{name}”的“{column.header}”印作“{text}”，不是该列的数"
            fix = "请核对原文：只接受半角数字，百分数不超过 100，吨数两位小数"
            findings.append(source.finding(span.start, "annex-cell", problem, fix))
            continue
        cells.append(Cell(column, city, match["value"], text, span))
    return city, cells, findings


def parse_annex(
    block: Block, columns: tuple[AnnexColumn, ...], cities: Mapping[str, str], source: Source
) -> tuple[Annex | None, list[Finding]]:
    """The annex in `block`, or None where even its title and header can't be found."""
    lines = [line for line in block.lines[1:] if line.compact.text]
    tables = [line for line in lines if "\t" in line.text]
    others = [line for line in lines if "\t" not in line.text]
    notes = [line for line in others[1:] if line.compact.text.startswith(NOTE)]
    fix = "附件应依次为：编号、标题、表头、各市一行、至多一条“注：”"
    if not tables or not others or len(notes) > 1 or len(others) > 1 + len(notes):
        problem = f"附件 {block.number} 的标题、表头或行无法辨认"
        return None, [source.finding(block.start, "annex-shape", problem, fix)]
    findings = read_header(tables[0], columns, source)
    found_cities: list[str] = []
    cells: list[Cell] = []
    for line in tables[1:]:
        city, row, found = read_row(line, columns, cities, source)
        findings += found
        cells += row
        if city in found_cities:
            problem = f"附件 {block.number} 的“{city}”一行重复"
            findings.append(source.finding(line.start, "annex-city", problem, "请核对原文，一市一行"))
        found_cities.append(city)
    note = notes[0].compact.part(len(NOTE)) if notes else others[0].compact.part(0, 0)
    title = others[0].compact
    annex = Annex(block.number or 0, title.text, title.offsets[0], tuple(cells), tuple(found_cities), note)
    return annex, findings
