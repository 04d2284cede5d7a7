"""The source as printed: every paragraph and table cell with its place, page breaks and defects."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from scripts.package import Package, Row
from scripts.site.views.aligned import align
from scripts.site.views.annotate import Piece, annotate
from scripts.site.views.common import Link, chapter_link, line_finder, measure_link, span

LINE = re.compile(r"[^\n]+")
CELL = re.compile(r"[^\t]+")


@dataclass(frozen=True)
class Defect:
    """Words that a note (counted from 1 on the page) finds wrong."""

    note: int


@dataclass(frozen=True)
class Words:
    """Printed words, `before` them the white space that leads to them, `start` their code point."""

    before: str
    start: int
    pieces: tuple[Piece[Defect], ...]


@dataclass(frozen=True)
class Paragraph:
    """One printed line; `cut`: a page break before it cuts an item's paragraph; `about`: what begins here."""

    words: Words
    line: int
    cut: bool
    about: Link | None
    kind: str = "paragraph"


@dataclass(frozen=True)
class Table:
    """Printed lines with tabs: the paragraph before them, the heads, and the rows of cells."""

    caption: Paragraph
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    kind: str = "table"


@dataclass(frozen=True)
class Printed:
    """The whole source in blocks; `after` is the white space that ends it."""

    blocks: tuple[Paragraph | Table, ...]
    after: str


@dataclass(frozen=True)
class _Line:
    before: int
    start: int
    end: int


def printed_source(package: Package) -> Printed:
    """The source in blocks: joined with the white space before each, they are the source to the letter."""
    text = package.text
    words, about = _word_maker(package), _beginnings(package)
    lines, cuts = line_finder(text), _cut_ranges(package)

    def paragraph(line: _Line) -> Paragraph:
        cut = any(start < line.before and line.start < end for start, end in cuts)
        return Paragraph(words(line), lines(line.start), cut, about.get(line.start))

    blocks: list[Paragraph | Table] = []
    title: Paragraph | None = None
    found = list(_parts(LINE, text, 0, len(text), 0))
    for tabular, group in groupby(found, lambda line: "\t" in text[line.start : line.end]):
        if not tabular:
            paragraphs = [paragraph(line) for line in group]
            blocks += paragraphs
            title = paragraphs[-1]
        elif title is None:
            raise ValueError("a table of the source has no title before it")
        else:
            head, *rows = (tuple(map(words, _parts(CELL, text, line.start, line.end, line.before))) for line in group)
            blocks[-1] = Table(title, head, tuple(rows))
    return Printed(tuple(blocks), text[found[-1].end :] if found else text)


def _parts(pattern: re.Pattern[str], text: str, start: int, end: int, before: int) -> Iterator[_Line]:
    """What `pattern` finds in `text[start:end]`, without the white space around it; blank finds are left out."""
    for match in pattern.finditer(text, start, end):
        words = match[0].strip()
        if words:
            at = match.start() + match[0].index(words)
            yield _Line(before, at, at + len(words))
            before = at + len(words)


def _word_maker(package: Package) -> Callable[[_Line], Words]:
    """A function from a part of the source to its words, with the errata marked in them."""
    text = package.text
    errata = [(span(row), Defect(note)) for note, row in enumerate(package.tables["errata"], start=1)]

    def make(part: _Line) -> Words:
        read = text[part.start : part.end]
        aligned = align(text, part.start, part.end, read)
        marks = (aligned.mark(*place, defect) for place, defect in errata)
        return Words(text[part.before : part.start], part.start, annotate(read, [mark for mark in marks if mark]))

    return make


def _beginnings(package: Package) -> dict[int, Link]:
    """Code point → the chapter or item that begins there."""
    found: dict[int, Link] = {}
    makers: tuple[tuple[str, Callable[[Row], Link]], ...] = (("chapters", chapter_link), ("measures", measure_link))
    for table, link in makers:
        found |= {int(row["source_start"]): link(row) for row in package.tables[table]}
    return found


def _cut_ranges(package: Package) -> list[tuple[int, int]]:
    """The ranges in which a blank line is a page break: items."""
    return [span(row) for row in package.tables["segments"] if row["kind"] == "measure"]
