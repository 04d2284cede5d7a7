"""The source in blocks: every paragraph and table cell with its place, what begins there, and its errata."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from scripts.site.model.annotate import Piece, annotate
from scripts.site.model.links import Link
from scripts.site.model.rows import span
from scripts.site.model.text_alignment import align, errata_marks
from scripts.site.site import Site

LINE = re.compile(r"[^\n]+")
CELL = re.compile(r"[^\t]+")

#: code points: where the white space begins that leads to a part of the text, where the part begins, and where it ends
Part = tuple[int, int, int]


@dataclass(frozen=True)
class PrintedWords:
    """Printed words, `before` them the white space that leads to them, `start` their code point."""

    before: str
    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A printed line and the table that it is the title of, if any: its heads and its rows of cells.

    `cut`: a page break before the line cuts a measure's paragraph; `about`: the page of what begins here.
    """

    title: PrintedWords
    line: int
    cut: bool
    about: Link | None
    head: tuple[PrintedWords, ...] = ()
    rows: tuple[tuple[PrintedWords, ...], ...] = ()


def printed_source(site: Site) -> tuple[list[Block], str]:
    """The source in blocks and the white space that ends it: joined with the white space before each, to the letter.

    Raises ValueError for a table without a line before it.
    """
    text, words, block = site.package.text, word_maker(site), block_maker(site)
    blocks: list[Block] = []
    lines = list(parts(LINE, text, (0, 0, len(text))))
    for tabular, group in groupby(lines, lambda line: "\t" in text[line[1] : line[2]]):
        if not tabular:
            blocks += map(block, group)
        elif not blocks:
            raise ValueError("a table of the source has no title before it")
        else:
            head, *rows = (tuple(map(words, parts(CELL, text, line))) for line in group)
            blocks[-1] = replace(blocks[-1], head=head, rows=tuple(rows))
    return blocks, text[lines[-1][2] :] if lines else text


def parts(pattern: re.Pattern[str], text: str, within: Part) -> Iterator[Part]:
    """What `pattern` finds in a part, without the white space around it; blank finds are left out."""
    before, start, end = within
    for match in pattern.finditer(text, start, end):
        words = match[0].strip()
        if words:
            at = match.start() + match[0].index(words)
            yield before, at, at + len(words)
            before = at + len(words)


def word_maker(site: Site) -> Callable[[Part], PrintedWords]:
    """A function from a part of the source to its words, with the errata marked in them."""
    text, errata = site.package.text, site.tables["errata"]

    def made(part: Part) -> PrintedWords:
        before, start, end = part
        words = text[start:end]
        marks = errata_marks(align(text, start, end, words), errata)
        return PrintedWords(text[before:start], start, annotate(words, marks))

    return made


def block_maker(site: Site) -> Callable[[Part], Block]:
    """A function from a line of the source to its block, without the table that may follow."""
    words, about = word_maker(site), beginnings(site)
    #: within a measure a blank line is a page break
    measures = [span(row) for row in site.tables["segments"] if row["kind"] == "measure"]

    def made(line: Part) -> Block:
        before, at, _ = line
        cut = any(start < before and at < end for start, end in measures)
        return Block(words(line), site.line(at), cut, about.get(at))

    return made


def beginnings(site: Site) -> dict[int, Link]:
    """Code point → the chapter or measure that begins there."""
    chapters = {span(row)[0]: site.links.chapters[row["chapter"]] for row in site.tables["chapters"]}
    return chapters | {span(row)[0]: site.links.measures[row["measure"]] for row in site.tables["measures"]}


def named_cells(site: Site) -> dict[int, str]:
    """Code point → what stands there, for each figure of the annexes: 附件 2：沈阳市，2015 年排放量."""
    quantities, text = site.labels("city_targets", "quantity"), site.text
    return {
        int(row["source_start"]): text._(
            "附件 {annex}：{city}，{quantity}",
            annex=row["annex"],
            city=site.links.cities[row["city"]].title,
            quantity=quantities[row["quantity"]],
        )
        for row in site.tables["city_targets"]
        if row["source_start"]
    }
