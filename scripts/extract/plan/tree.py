"""The plan as a tree of its own numbering; every line of the source belongs to exactly one node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.compact_text import CompactText, compact


@dataclass(frozen=True)
class Line:
    """One line of the source with its line end; `start` is its first code point."""

    start: int
    text: str

    @property
    def compact(self) -> CompactText:
        """The line without white space."""
        return compact(self.text, self.start)


@dataclass(frozen=True)
class Block:
    """Consecutive lines that belong together, blank lines among and after them included."""

    kind: str
    number: int | None = None
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The lines as they stand in the source."""
        return "".join(line.text for line in self.lines)

    @property
    def start(self) -> int:
        """The first code point of the first line."""
        return self.lines[0].start

    @property
    def compact(self) -> CompactText:
        """All lines as one run of characters: page breaks vanish here."""
        return compact(self.text, self.start)


@dataclass(frozen=True)
class Chapter:
    """A heading and the measures below it."""

    heading: Block
    measures: tuple[Block, ...] = ()


@dataclass(frozen=True)
class PlanTree:
    """The whole source; blocks that stand where none belongs are kept in `strays`, each a finding."""

    front: tuple[Block, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    annexes: tuple[Block, ...] = ()
    strays: tuple[Block, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Every block in the order of the source."""
        found = [*self.front, *self.annexes, *self.strays]
        for chapter in self.chapters:
            found += [chapter.heading, *chapter.measures]
        return iter(sorted(found, key=lambda block: block.start))


def unparse(tree: PlanTree) -> str:
    """The source that `tree` was parsed from, to the letter."""
    return "".join(block.text for block in tree.blocks())
