"""Ranges of a text → nested pieces, so that marks of several kinds may touch, nest and cross."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning", covariant=True)


@dataclass(frozen=True)
class Mark(Generic[Meaning]):
    """What `text[start:end]` means; `start` and `end` count characters of the text.

    `begins` and `finishes` are false where the marked words go on in the text before or after this one.
    """

    start: int
    end: int
    meaning: Meaning
    begins: bool = True
    finishes: bool = True


@dataclass(frozen=True)
class Piece(Generic[Meaning]):
    """Part of a text: plain `text` (then `meaning` is None), or `inner` pieces under one mark.

    A mark that another one cuts becomes several pieces, of which one is `first` and one is `last`.
    """

    text: str
    meaning: Meaning | None = None
    inner: tuple[Piece[Meaning], ...] = ()
    first: bool = True
    last: bool = True


@dataclass(frozen=True)
class _Part(Generic[Meaning]):
    start: int
    end: int
    mark: Mark[Meaning]

    @property
    def order(self) -> tuple[int, int]:
        return self.start, -self.end


def annotate(text: str, marks: Iterable[Mark[Meaning]]) -> tuple[Piece[Meaning], ...]:
    """The text as nested pieces; the outer mark is the one that begins first, then the longer, then the earlier given.

    Joining the plain pieces gives the text. Raises ValueError for a mark that is empty or leaves the text.
    """
    parts = [_Part(mark.start, mark.end, mark) for mark in marks]
    for part in parts:
        if not 0 <= part.start < part.end <= len(text):
            raise ValueError(f"[{part.start}, {part.end}) is no part of a text of {len(text)} characters")
    return _pieces(text, 0, len(text), parts)


def _pieces(text: str, start: int, end: int, parts: list[_Part[Meaning]]) -> tuple[Piece[Meaning], ...]:
    """The pieces of `text[start:end]`, in which all `parts` lie."""
    pieces: list[Piece[Meaning]] = []
    waiting = sorted(parts, key=lambda part: part.order)
    while waiting:
        outer = waiting.pop(0)
        pieces.extend(_plain(text, start, outer.start))
        within = [replace(part, end=min(part.end, outer.end)) for part in waiting if part.start < outer.end]
        beyond = [replace(part, start=max(part.start, outer.end)) for part in waiting if part.end > outer.end]
        pieces.append(_marked(text, outer, _pieces(text, outer.start, outer.end, within)))
        waiting, start = sorted(beyond, key=lambda part: part.order), outer.end
    return (*pieces, *_plain(text, start, end))


def _plain(text: str, start: int, end: int) -> list[Piece[Meaning]]:
    return [Piece(text[start:end])] if start < end else []


def _marked(text: str, part: _Part[Meaning], inner: tuple[Piece[Meaning], ...]) -> Piece[Meaning]:
    first = part.mark.begins and part.start == part.mark.start
    last = part.mark.finishes and part.end == part.mark.end
    return Piece(text[part.start : part.end], part.mark.meaning, inner, first, last)
