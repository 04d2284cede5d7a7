"""The text of a larger plan: chapters and items one copy after another, annexes with a row for each city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from scripts.compact_text import without_space
from scripts.extract.plan.numerals import PATTERN, format_numeral
from scripts.extract.plan.tree import Block, PlanTree
from tests.bench.copies import MOST, Sizes, partner, word

OPENING = "（牵头单位："
OPEN_END = "等部门"
HALF = Decimal("0.005")
HUNDREDTH = Decimal("0.01")


def larger_text(plan: PlanTree, departments: frozenset[str], sizes: Sizes, copies: int) -> str:
    """The plan `copies` times over, numbered straight through; its frame and list of annexes stand once."""
    first, last = plan.chapters[0].heading.start, plan.annexes[0].start
    before = [block.text for block in plan.front if block.start < first]
    after = [block.text for block in plan.front if block.start > last]
    body = [text for copy in range(copies) for text in chapters_of(plan, departments, sizes, copy, copies)]
    annexes = [annex_of(block, copies) if block.kind == "annex" else block.text for block in plan.annexes]
    return "".join([*before, *body, *annexes, *after])


def chapters_of(plan: PlanTree, departments: frozenset[str], sizes: Sizes, copy: int, copies: int) -> Iterator[str]:
    """Every chapter and item of one copy, with its new number and a title of its own."""
    for chapter in plan.chapters:
        numeral = format_numeral((chapter.heading.number or 0) + copy * sizes.chapters)
        yield ended(re.sub(f"^{PATTERN}、(.+)", rf"{numeral}、\1", chapter.heading.text, count=1), "\n", copy)
        for item in chapter.measures:
            old = item.number or 0
            text = re.sub(f"^([（(]){PATTERN}", rf"\g<1>{format_numeral(old + copy * sizes.items)}", item.text, count=1)
            yield renamed(ended(text, "。", copy), partner(copy, old, copies), departments)


def ended(text: str, stop: str, copy: int) -> str:
    """The title before the first `stop` made different from that of the other copies: 加强工业节能之二."""
    title, mark, rest = text.partition(stop)
    return f"{title}之{format_numeral(copy + 1)}{mark}{rest}" if copy else text


def renamed(text: str, copy: int, departments: frozenset[str]) -> str:
    """An item with the departments of one copy in its bracket (which then stands on one line)."""
    body, mark, bracket = text.rpartition(OPENING)
    if not mark:
        return text
    words = without_space(bracket)

    def name(match: re.Match[str]) -> str:
        known = match[0].removesuffix(OPEN_END)
        return word(known, copy) + match[0][len(known) :] if known in departments else match[0]

    return body + mark + re.sub("[^、，：（）]+", name, words) + bracket[len(bracket.rstrip()) :]


def annex_of(block: Block, copies: int) -> str:
    """An annex with the rows of all copies: figures smaller by a per cent each, from another city's row."""
    lines = block.text.splitlines(keepends=True)
    tables = [index for index, line in enumerate(lines) if "\t" in line]
    head, rows, tail = lines[: tables[0] + 1], lines[tables[0] + 1 : tables[-1] + 1], lines[tables[-1] + 1 :]
    cells = [row.rstrip("\n").split("\t") for row in rows]
    figures = [row[1:] for row in cells]
    share = common_share(figures) if len(figures[0]) == 3 else None
    made = [
        "\t".join([city_of(row[0], copy), *smaller(figures[(place + copy) % len(figures)], copy, share)]) + "\n"
        for copy in range(copies)
        for place, row in enumerate(cells)
    ]
    return "".join([*head, *made, *tail])


def city_of(printed: str, copy: int) -> str:
    """A city's name, with spaces between its characters as the annexes print it."""
    return " ".join(word(without_space(printed), copy)) if copy else printed


def smaller(figures: list[str], copy: int, share: Decimal | None) -> list[str]:
    """Figures of a row `copy` per cent smaller, percentages as they are; the last keeps to the common `share`."""
    if not copy:
        return figures
    factor = Decimal(MOST - copy) / MOST
    if share is None:
        return [figures[0], str(int(int(figures[1]) * factor))]
    emissions = (Decimal(figures[0]) * factor).quantize(HUNDREDTH, ROUND_HALF_UP)
    return [str(emissions), figures[1], str((emissions * share).quantize(HUNDREDTH, ROUND_HALF_UP))]


def common_share(figures: list[list[str]]) -> Decimal:
    """The share of its emissions (first figure) that gives every row's last figure as printed."""
    pairs = [(Decimal(row[0]), Decimal(row[2])) for row in figures]
    low = max((part - HALF) / (base + HALF) for base, part in pairs)
    high = min((part + HALF) / (base - HALF) for base, part in pairs)
    return (low + high) / 2
