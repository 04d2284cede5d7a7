"""The sentences of an item with everything that is known about their words: targets, figures, terms, defects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scripts.package import Package, Row
from scripts.site.views.aligned import Aligned, align
from scripts.site.views.annotate import Mark, Piece, annotate
from scripts.site.views.common import grouped, labels, span
from scripts.site.views.terms import Terms, read_terms


@dataclass(frozen=True)
class Quote:
    """The words of a target."""

    target: str
    kind: str = "quote"


@dataclass(frozen=True)
class Defect:
    """Words that a note (counted from 1 on the page) finds wrong."""

    note: int
    kind: str = "defect"


@dataclass(frozen=True)
class Figure:
    """A number: the targets that claim it, or else its class in words."""

    targets: tuple[str, ...]
    label: str
    kind: str = "figure"


@dataclass(frozen=True)
class Term:
    """The first time an item uses a word of the glossary."""

    slug: str
    definition: str
    kind: str = "term"


Meaning = Quote | Defect | Figure | Term


@dataclass(frozen=True)
class Sentence:
    """One sentence, its number on the page and its words in pieces."""

    number: str
    pieces: tuple[Piece[Meaning], ...]


@dataclass(frozen=True)
class Annotations:
    """What the sentences of every item are marked with; rows grouped by item."""

    targets: dict[str, tuple[Row, ...]]
    numbers: dict[str, tuple[Row, ...]]
    errata: dict[str, tuple[Row, ...]]
    sentences: dict[str, tuple[Row, ...]]
    definitions: dict[str, str]
    classes: dict[str, str]
    terms: Terms
    source: str


def read_annotations(package: Package) -> Annotations:
    """The package's marks, looked up once for all items."""
    tables = package.tables
    return Annotations(
        targets=grouped(tables["targets"], "measure"),
        numbers=grouped(tables["numbers"], "measure"),
        errata=grouped(tables["errata"], "measure"),
        sentences=grouped(tables["sentences"], "measure"),
        definitions={row["term"]: row["definition"] for row in tables["terms"]},
        classes=labels(package, "numbers", "class"),
        terms=read_terms(package),
        source=package.text,
    )


def claims(targets: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """Number → the targets that claim it."""
    rows = (row for row in targets if row["number"])
    return {number: tuple(row["target"] for row in members) for number, members in grouped(rows, "number").items()}


def sentence_views(known: Annotations, measure: str) -> tuple[Sentence, ...]:
    """The sentences of an item in order; raises ValueError where one is not what the source has at its place."""
    met: set[str] = set()
    return tuple(_sentence(known, row, met) for row in known.sentences[measure])


def sentence_at(sentences: Iterable[Row], offset: int) -> str:
    """The number of the sentence that holds a code point of the source; "" where none does."""
    for row in sentences:
        start, end = span(row)
        if start <= offset < end:
            return row["sentence"]
    return ""


def _sentence(known: Annotations, row: Row, met: set[str]) -> Sentence:
    start, end = span(row)
    aligned = align(known.source, start, end, row["text"])
    figures = list(_figures(known, row, aligned))
    taken = [(figure.start, figure.end) for figure in figures]
    marks: list[Mark[Meaning]] = [*_quotes(known, row, aligned), *_defects(known, row, aligned)]
    marks += [*_terms(known, row["text"], taken, met), *figures]
    return Sentence(row["sentence"], annotate(row["text"], marks))


def _quotes(known: Annotations, sentence: Row, aligned: Aligned) -> Iterator[Mark[Meaning]]:
    for row in known.targets.get(sentence["measure"], ()):
        if mark := aligned.mark(*span(row), Quote(row["target"])):
            yield mark


def _defects(known: Annotations, sentence: Row, aligned: Aligned) -> Iterator[Mark[Meaning]]:
    for note, row in enumerate(known.errata.get(sentence["measure"], ()), start=1):
        if mark := aligned.mark(*span(row), Defect(note)):
            yield mark


def _figures(known: Annotations, sentence: Row, aligned: Aligned) -> Iterator[Mark[Meaning]]:
    """Every number, with the per cent sign that may follow it."""
    claimed = claims(known.targets.get(sentence["measure"], ()))
    for row in known.numbers.get(sentence["measure"], ()):
        meaning = Figure(claimed.get(row["number"], ()), known.classes[row["class"]])
        if mark := aligned.mark(*span(row), meaning):
            yield replace(mark, end=mark.end + sentence["text"].startswith("%", mark.end))


def _terms(known: Annotations, text: str, taken: list[tuple[int, int]], met: set[str]) -> Iterator[Mark[Meaning]]:
    """Terms that the item has not used before, outside figures (both are links)."""
    for term, start, end in known.terms.find(text):
        free = all(end <= other_start or other_end <= start for other_start, other_end in taken)
        if free and term not in met:
            met.add(term)
            yield Mark(start, end, Term(term, known.definitions[term]))
