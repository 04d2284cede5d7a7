"""The sentences of a measure with everything that is known about their words: targets, figures, terms, errata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scripts.package import Row
from scripts.site.model.annotate import Mark, Meaning, Piece, annotate
from scripts.site.model.number_notes import note_of
from scripts.site.model.rows import grouped, span
from scripts.site.model.terms import Terms
from scripts.site.model.text_alignment import Alignment, align, errata_marks
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE
from scripts.target_parsing import NUMBER

#: how a word may end that begins with a term: boiler, boilers
ENDING = re.compile(r"[a-z]*")


@dataclass(frozen=True)
class Sentence:
    """A sentence by its `number` on the page: its words in the page's language, and in the other one.

    `quotes`: the targets whose words it holds, and `notes`: the notes on what it doubts, where the words themselves
    can't be marked since they are a translation.
    """

    number: str
    pieces: tuple[Piece, ...]
    other: tuple[Piece, ...]
    quotes: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


def sentences(site: Site, measure: str) -> list[Sentence]:
    """The sentences of a measure in order; raises ValueError where one is not what the source has at its place."""
    met: set[str] = set()
    found = []
    for row in grouped(site.package.tables["sentences"], "measure")[measure]:
        in_chinese = site.text.language == CHINESE
        printed = annotate(row["text"], _marks(site, row, met if in_chinese else set(), in_chinese))
        told = annotate(row["text_en"], _english_marks(site, row, met, not in_chinese))
        if in_chinese:
            found.append(Sentence(row["sentence"], printed, told))
        else:
            targets, errata = site.rows("targets", "measure", measure), site.rows("errata", "measure", measure)
            quotes = tuple(target["target"] for target in targets if _within(row, target))
            notes = tuple(note for note, erratum in enumerate(errata, start=1) if _within(row, erratum))
            found.append(Sentence(row["sentence"], told, printed, quotes, notes))
    return found


def _within(sentence: Row, part: Row) -> bool:
    """Does a range of the source begin in a sentence?"""
    start, end = span(sentence)
    return start <= int(part["source_start"]) < end


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


def _english_marks(site: Site, sentence: Row, met: set[str], whole: bool) -> list[Mark]:
    """The figures of an English sentence, which are those of the Chinese one, and on an English page its terms."""
    text, found, taken = sentence["text_en"], [], set[int]()
    for row in site.rows("numbers", "measure", sentence["measure"]):
        if not _within(sentence, row):
            continue
        places = (match for match in NUMBER.finditer(text) if match[0] == row["as_printed"])
        match = next(match for match in places if match.start() not in taken)
        taken.add(match.start())
        end = match.end() + text.startswith("%", match.end())
        found.append(Mark(match.start(), end, _meaning(site, row, whole)))
    terms = _terms(site, site.told_terms, text, found, met) if whole else ()
    return [*found, *(replace(mark, end=_word_end(text, mark.end)) for mark in terms)]


def _word_end(text: str, at: int) -> int:
    ending = ENDING.match(text, at)
    return ending.end() if ending else at


def _marks(site: Site, sentence: Row, met: set[str], whole: bool) -> list[Mark]:
    """The marks of a Chinese sentence, `whole` on a Chinese page; the terms join those that the measure has `met`."""
    text, measure = sentence["text"], sentence["measure"]
    alignment = align(site.package.text, *span(sentence), text)
    quotes = alignment.marks((row, Meaning("quote", row["target"])) for row in site.rows("targets", "measure", measure))
    errata = errata_marks(alignment, site.rows("errata", "measure", measure))
    figures = [
        replace(mark, end=mark.end + text.startswith("%", mark.end))
        for mark in _figures(site, measure, alignment, whole)
    ]
    if whole:
        return [*quotes, *errata, *_terms(site, site.terms, text, figures, met), *figures]
    unnumbered = Meaning("erratum", "")
    return [*(replace(mark, meaning=unnumbered) for mark in errata), *figures]


def _figures(site: Site, measure: str, alignment: Alignment, noted: bool) -> list[Mark]:
    """Every number, without the per cent sign that may follow it."""
    return alignment.marks((row, _meaning(site, row, noted)) for row in site.rows("numbers", "measure", measure))


def _meaning(site: Site, number: Row, noted: bool) -> Meaning:
    """What a number is: a target's figure, or what its class says, with what a person `noted` on it."""
    claimed = claims(site, number["measure"])
    if number["number"] in claimed:
        return Meaning("figure", claimed[number["number"]][0])
    return Meaning(
        "number", number["number"], site.labels("numbers", "class")[number["class"]], note_of(number) if noted else ""
    )


def _terms(site: Site, terms: Terms, text: str, figures: list[Mark], met: set[str]) -> Iterator[Mark]:
    """Terms that the measure has not used before, outside figures (both are links)."""
    for term, start, end in terms.find(text):
        free = all(end <= figure.start or figure.end <= start for figure in figures)
        if free and term not in met:
            met.add(term)
            yield Mark(start, end, Meaning("term", term, site.row("terms", term)["definition"]))
