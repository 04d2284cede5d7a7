"""Marks of several kinds on one text: they may nest, touch and cross, and the text always stays whole."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.site.model.annotate import Mark, Meaning, Piece, annotate
from scripts.site.model.text_alignment import align
from scripts.site.templating import environment
from tests.site.dom import HOSTILE, read
from tests.site.sites import SITE

TEXTS = st.text(st.sampled_from("煤5%<&'\"[ \n#"), min_size=1, max_size=20)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and up to eight marks on it, each with a meaning of its own."""
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    ranges = draw(st.lists(places, max_size=8))
    kinds = st.sampled_from(["quote", "erratum", "figure", "number", "term"])
    meanings = [Meaning(draw(kinds), f"key-{index}", HOSTILE) for index in range(len(ranges))]
    return text, [Mark(start, end, meaning) for (start, end), meaning in zip(ranges, meanings, strict=True)]


def word(key: str) -> Meaning:
    return Meaning("quote", key)


def leaves(pieces: Iterable[Piece], under: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each plain text with the meanings it stands under, outermost first."""
    for piece in pieces:
        if piece.meaning is None:
            yield piece.text, under
        else:
            yield from leaves(piece.inner, (*under, piece.meaning.key))


def marks_in(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.meaning is not None:
            yield piece
            yield from marks_in(piece.inner)


@given(marked_texts())
def test_the_plain_pieces_are_the_text(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    assert "".join(plain for plain, _ in leaves(annotate(text, marks))) == text


@given(marked_texts())
def test_every_character_stands_under_its_marks_and_no_others(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    at = 0
    for plain, under in leaves(annotate(text, marks)):
        assert plain
        for place in range(at, at + len(plain)):
            assert sorted(under) == sorted(mark.meaning.key for mark in marks if mark.start <= place < mark.end)
        at += len(plain)


@given(marked_texts())
def test_a_mark_begins_once_and_ends_once(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    pieces = list(marks_in(annotate(text, marks)))
    for mark in marks:
        own = [piece for piece in pieces if piece.meaning == mark.meaning]
        assert [piece.first for piece in own] == [True] + [False] * (len(own) - 1)
        assert [piece.last for piece in own] == [False] * (len(own) - 1) + [True]
        assert "".join(piece.text for piece in own) == text[mark.start : mark.end]


def test_the_longer_mark_is_outside_and_of_equal_ones_the_earlier() -> None:
    made = annotate("abcd", [Mark(1, 3, word("short")), Mark(0, 4, word("long")), Mark(1, 3, word("second"))])
    assert list(leaves(made)) == [("a", ("long",)), ("bc", ("long", "short", "second")), ("d", ("long",))]


def test_marks_that_cross_are_cut_where_the_outer_one_ends() -> None:
    made = annotate("abcd", [Mark(0, 3, word("x")), Mark(2, 4, word("y"))])
    assert list(leaves(made)) == [("ab", ("x",)), ("c", ("x", "y")), ("d", ("y",))]


def test_a_mark_that_goes_on_elsewhere_neither_begins_nor_ends_here() -> None:
    (piece,) = annotate("ab", [Mark(0, 2, word("x"), begins=False, finishes=False)])
    assert (piece.first, piece.last) == (False, False)


@pytest.mark.parametrize(
    "mark", [Mark(1, 1, word("x")), Mark(2, 1, word("x")), Mark(-1, 1, word("x")), Mark(0, 4, word("x"))]
)
def test_a_mark_outside_the_text_is_an_error(mark: Mark) -> None:
    with pytest.raises(ValueError, match="no part of a text"):
        annotate("abc", [mark])


@given(marked_texts())
def test_without_its_tags_the_markup_is_the_text(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    template = environment(SITE.text).from_string(
        '{% from "pages/parts/pieces.md.j2" import show %}{{ show(pieces, link) }}'
    )
    tree = read(template.render(pieces=annotate(text, marks), link=lambda address: address))
    assert tree.text(without=lambda element: bool({"tip", "ref"} & set(element.classes))) == text
    identifiers = [element.attributes["id"] for element in tree.walk() if "id" in element.attributes]
    assert len(identifiers) == len(set(identifiers))
    assert {e.name for e in tree.walk()} <= {"document", "span", "a", "sup"}


@given(TEXTS, st.text(st.sampled_from("甲 \n\t"), max_size=3))
def test_places_in_the_source_are_places_in_the_text(words: str, before: str) -> None:
    source = before + "\n\n".join(words) + before
    alignment = align(source, len(before), len(before) + len("\n\n".join(words)), words)
    for offset, place in zip(alignment.offsets, alignment.places, strict=True):
        mark = alignment.mark(offset, offset + 1, word("x"))
        assert mark is not None
        assert source[offset] == words[place] == words[mark.start : mark.end]


def test_a_range_is_cut_to_the_text() -> None:
    alignment = align("ab\n\ncd ef", 0, 6, "abcd")
    whole, beyond = alignment.mark(0, 6, word("x")), alignment.mark(5, 9, word("x"))
    assert whole == Mark(0, 4, word("x"))
    assert beyond == Mark(3, 4, word("x"), begins=True, finishes=False)
    assert alignment.mark(7, 9, word("x")) is None
    assert align("ab cd", 3, 5, "cd").mark(0, 5, word("x")) == Mark(0, 2, word("x"), begins=False, finishes=True)


def test_other_words_than_the_sources_are_an_error() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        align("甲乙", 0, 2, "甲丙")
