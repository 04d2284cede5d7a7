"""Text to tree: reads the plan by its own numbering, wherever its lines and page breaks fall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from scripts.extract.plan.numerals import PATTERN, parse_numeral
from scripts.extract.plan.tree import Block, Chapter, Line, PlanTree

CHAPTER = re.compile(rf"({PATTERN})、[^。：]+")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
MEASURE = re.compile(rf"[（(]({PATTERN})[）)]")
ANNEX_LIST = re.compile(r"附件：")
ANNEX = re.compile(r"附件([0-9]+)")

#: Blocks of these kinds take in the lines that follow them; after any other, a line of text is a stray.
OPEN = frozenset({"measure", "annex_list", "annex"})


def split_lines(text: str) -> list[Line]:
    """The lines of `text`, split at LF alone, each with its line end."""
    return [Line(match.start(), match[0]) for match in LINE.finditer(text)]


def classify(line: Line, frame: Mapping[str, str]) -> tuple[str, int | None]:
    """What a line opens, from its own words alone: (kind, number); `frame` maps known lines to kinds."""
    words = line.compact.text
    if not words:
        return "blank", None
    if words in frame:
        return frame[words], None
    if match := MEASURE.match(words):
        return "measure", parse_numeral(match[1]) or 0
    if match := CHAPTER.fullmatch(words):
        return "chapter", parse_numeral(match[1]) or 0
    if ANNEX_LIST.match(words):
        return "annex_list", None
    if match := ANNEX.fullmatch(words):
        return "annex", int(match[1][:9])
    return "text", None


def parse_blocks(text: str, frame: Mapping[str, str]) -> list[Block]:
    """The source cut into blocks: each heading, measure, annex or frame line with what belongs to it."""
    blocks: list[tuple[str, int | None, list[Line]]] = []
    for line in split_lines(text):
        kind, number = classify(line, frame)
        joins = kind == "blank" or (kind == "text" and blocks and blocks[-1][0] in OPEN)
        if blocks and joins:
            blocks[-1][2].append(line)
        else:
            blocks.append(("stray" if kind == "text" else kind, number, [line]))
    return [Block(kind, number, tuple(lines)) for kind, number, lines in blocks]


def parse_tree(text: str, frame: Mapping[str, str]) -> PlanTree:
    """The tree of `text`; every line stands in exactly one block, so `unparse` gives the text back."""
    front: list[Block] = []
    chapters: list[Chapter] = []
    annexes: list[Block] = []
    strays: list[Block] = []
    for block in parse_blocks(text, frame):
        if block.kind == "chapter" and not annexes:
            chapters.append(Chapter(block))
        elif block.kind == "measure" and chapters and not annexes:
            chapters[-1] = replace(chapters[-1], measures=(*chapters[-1].measures, block))
        elif block.kind in ("annex_list", "annex"):
            annexes.append(block)
        elif block.kind in ("chapter", "measure", "stray"):
            strays.append(block)
        else:
            front.append(block)
    return PlanTree(tuple(front), tuple(chapters), tuple(annexes), tuple(strays))


def measure_blocks(tree: PlanTree) -> Iterator[tuple[int, Block]]:
    """Each measure with the number of its chapter, in the order of the source."""
    for chapter in tree.chapters:
        for measure in chapter.measures:
            yield chapter.heading.number or 0, measure
