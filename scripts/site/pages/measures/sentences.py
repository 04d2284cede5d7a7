"""The sentences of a measure with everything that is known about their words: targets, figures, terms, errata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from scripts.package import Row
from scripts.site.model.annotate import Mark, Meaning, Piece, annotate
from scripts.site.model.number_notes import note_of
from scripts.site.model.rows import grouped, span
from scripts.site.model.text_alignment import Alignment, align, errata_marks
from scripts.site.site import Site

#: its number on the page, and its words
Sentence = tuple[str, tuple[Piece, ...]]


def sentences(site: Site, measure: str) -> list[Sentence]:
    """The sentences of a measure in order; raises ValueError where one is not what the source has at its place."""
    met: set[str] = set()
    rows = site.rows("sentences", "measure", measure)
    return [(row["sentence"], annotate(row["text"], _marks(site, row, met))) for row in rows]


def claims(site: Site, measure: str) -> Mapping[str, list[str]]:
    """Number → the targets that claim it."""
    rows = (row for row in site.rows("targets", "measure", measure) if row["number"])
    return {number: [row["target"] for row in claiming] for number, claiming in grouped(rows, "number").items()}


def sentence_at(site: Site, measure: str, offset: int) -> str:
    """The number of the sentence that holds a code point of the source; "" where none does."""
    for row in site.rows("sentences", "measure", measure):
        start, end = span(row)
        if start <= offset < end:
            return row["sentence"]
    return ""


def _marks(site: Site, sentence: Row, met: set[str]) -> list[Mark]:
    """All marks of a sentence; the terms in it join those that the measure has `met`."""
    text, measure = sentence["text"], sentence["measure"]
    alignment = align(site.package.text, *span(sentence), text)
    quotes = alignment.marks((row, Meaning("quote", row["target"])) for row in site.rows("targets", "measure", measure))
    errata = errata_marks(alignment, site.rows("errata", "measure", measure))
    figures = [
        replace(mark, end=mark.end + text.startswith("%", mark.end)) for mark in _figures(site, measure, alignment)
    ]
    return [*quotes, *errata, *_terms(site, text, figures, met), *figures]


def _figures(site: Site, measure: str, alignment: Alignment) -> list[Mark]:
    """Every number, without the per cent sign that may follow it."""
    claimed, classes = claims(site, measure), site.labels("numbers", "class")

    def meaning(row: Row) -> Meaning:
        if row["number"] in claimed:
            return Meaning("figure", claimed[row["number"]][0])
        return Meaning("number", row["number"], classes[row["class"]], note_of(row))

    return alignment.marks((row, meaning(row)) for row in site.rows("numbers", "measure", measure))


def _terms(site: Site, text: str, figures: list[Mark], met: set[str]) -> Iterator[Mark]:
    """Terms that the measure has not used before, outside figures (both are links)."""
    for term, start, end in site.terms.find(text):
        free = all(end <= figure.start or figure.end <= start for figure in figures)
        if free and term not in met:
            met.add(term)
            yield Mark(start, end, Meaning("term", term, site.row("terms", term)["definition"]))
