"""Ranges of a text → nested pieces, so that marks of several kinds may touch, nest and cross."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True)
class Meaning:
    """What marked words are, by `kind`; `key` leads to more about them and `words` tell it.

    quote: those of the target `key`; erratum: doubted in the page's note `key`, or, without one, in a note that is told
    elsewhere; figure: what the target `key` claims; number: another number, `words` its class and `note` what a person
    noted on it; term: the glossary's term `key`, `words` its definition.
    """

    kind: Literal["quote", "erratum", "figure", "number", "term"]
    key: str
    words: str = ""
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """What `text[start:end]` means; `start` and `end` count characters of the text.

    `begins` and `finishes` are false where the marked words go on before or after these.
    """

    start: int
    end: int
    meaning: Meaning
    begins: bool = True
    finishes: bool = True

    @property
    def order(self) -> tuple[int, int]:
        """What begins first comes first, then what is longer."""
        return self.start, -self.end


@dataclass(frozen=True)
class Piece:
    """Part of a text: plain `text` (then `meaning` is None), or `inner` pieces under one mark.

    A mark that another one cuts becomes several pieces, of which one is `first` and one is `last`.
    """

    text: str
    meaning: Meaning | None = None
    inner: tuple[Piece, ...] = ()
    first: bool = True
    last: bool = True


def annotate(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text as nested pieces; the outer mark is the one that begins first, then the longer, then the earlier given.

    Joining the plain pieces gives the text. Raises ValueError for a mark that is empty or leaves the text.
    """
    marks = list(marks)
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise ValueError(f"[{mark.start}, {mark.end}) is no part of a text of {len(text)} characters")
    return _pieces(text, 0, len(text), marks)


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> tuple[Piece, ...]:
    """The pieces of `text[start:end]`, in which all `marks` lie."""
    pieces: list[Piece] = []
    waiting = sorted(marks, key=lambda mark: mark.order)
    while waiting:
        outer, *others = waiting
        pieces += _plain(text, start, outer.start)
        cut = [_cut(mark, outer.end) for mark in others]
        inner = _pieces(text, outer.start, outer.end, [within for within, _ in cut if within])
        pieces.append(Piece(text[outer.start : outer.end], outer.meaning, inner, outer.begins, outer.finishes))
        waiting, start = sorted((beyond for _, beyond in cut if beyond), key=lambda mark: mark.order), outer.end
    return (*pieces, *_plain(text, start, end))


def _cut(mark: Mark, at: int) -> tuple[Mark | None, Mark | None]:
    """The parts of a mark before and from `at`, each as far as there is one."""
    if mark.end <= at:
        return mark, None
    if mark.start >= at:
        return None, mark
    return replace(mark, end=at, finishes=False), replace(mark, start=at, begins=False)


def _plain(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(text[start:end])] if start < end else []
