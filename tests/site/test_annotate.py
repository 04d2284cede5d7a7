"""Marks of several kinds on one text: they may nest, touch and cross, and the text always stays whole."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.site.templating import environment
from scripts.site.views.aligned import align
from scripts.site.views.annotate import Mark, Piece, annotate
from scripts.site.views.sentences import Defect, Figure, Quote, Term
from tests.site.dom import HOSTILE, read

TEXTS = st.text(st.sampled_from("煤5%<&'\"[ \n#"), min_size=1, max_size=20)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark[int]]]:
    """A text and up to eight marks on it, each meaning its own number."""
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    ranges = draw(st.lists(places, max_size=8))
    return text, [Mark(start, end, index) for index, (start, end) in enumerate(ranges)]


def leaves(pieces: Iterable[Piece[int]], under: tuple[int, ...] = ()) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each plain text with the meanings it stands under, outermost first."""
    for piece in pieces:
        if piece.meaning is None:
            yield piece.text, under
        else:
            yield from leaves(piece.inner, (*under, piece.meaning))


def marks_in(pieces: Iterable[Piece[int]]) -> Iterator[Piece[int]]:
    for piece in pieces:
        if piece.meaning is not None:
            yield piece
            yield from marks_in(piece.inner)


@given(marked_texts())
def test_the_plain_pieces_are_the_text(sample: tuple[str, list[Mark[int]]]) -> None:
    text, marks = sample
    assert "".join(plain for plain, _ in leaves(annotate(text, marks))) == text


@given(marked_texts())
def test_every_character_stands_under_its_marks_and_no_others(sample: tuple[str, list[Mark[int]]]) -> None:
    text, marks = sample
    at = 0
    for plain, under in leaves(annotate(text, marks)):
        assert plain
        for place in range(at, at + len(plain)):
            assert sorted(under) == sorted(mark.meaning for mark in marks if mark.start <= place < mark.end)
        at += len(plain)


@given(marked_texts())
def test_a_mark_begins_once_and_ends_once(sample: tuple[str, list[Mark[int]]]) -> None:
    text, marks = sample
    pieces = list(marks_in(annotate(text, marks)))
    for mark in marks:
        own = [piece for piece in pieces if piece.meaning == mark.meaning]
        assert [piece.first for piece in own] == [True] + [False] * (len(own) - 1)
        assert [piece.last for piece in own] == [False] * (len(own) - 1) + [True]
        assert "".join(piece.text for piece in own) == text[mark.start : mark.end]


def test_the_longer_mark_is_outside_and_of_equal_ones_the_earlier() -> None:
    made = annotate("abcd", [Mark(1, 3, "short"), Mark(0, 4, "long"), Mark(1, 3, "second")])
    assert list(leaves(made)) == [("a", ("long",)), ("bc", ("long", "short", "second")), ("d", ("long",))]


def test_marks_that_cross_are_cut_where_the_outer_one_ends() -> None:
    made = annotate("abcd", [Mark(0, 3, "x"), Mark(2, 4, "y")])
    assert list(leaves(made)) == [("ab", ("x",)), ("c", ("x", "y")), ("d", ("y",))]


def test_a_mark_that_goes_on_elsewhere_neither_begins_nor_ends_here() -> None:
    (piece,) = annotate("ab", [Mark(0, 2, "x", begins=False, finishes=False)])
    assert (piece.first, piece.last) == (False, False)


@pytest.mark.parametrize("mark", [Mark(1, 1, "x"), Mark(2, 1, "x"), Mark(-1, 1, "x"), Mark(0, 4, "x")])
def test_a_mark_outside_the_text_is_an_error(mark: Mark[str]) -> None:
    with pytest.raises(ValueError, match="no part of a text"):
        annotate("abc", [mark])


@st.composite
def meanings(draw: st.DrawFn) -> tuple[str, list[Mark[object]]]:
    """A text marked with everything that an item's sentence can be marked with."""
    text, marks = draw(marked_texts())
    kinds = st.sampled_from(["quote", "defect", "figure", "number", "term"])
    made = {
        "quote": lambda n: Quote(f"5.{n}"),
        "defect": Defect,
        "figure": lambda n: Figure((f"5.{n}",), "目标值"),
        "number": lambda _: Figure((), HOSTILE),
        "term": lambda n: Term(f"term-{n}", HOSTILE),
    }
    return text, [Mark(mark.start, mark.end, made[draw(kinds)](mark.meaning)) for mark in marks]


@given(meanings())
def test_without_its_tags_the_markup_is_the_text(sample: tuple[str, list[Mark[object]]]) -> None:
    text, marks = sample
    template = environment().from_string('{% from "_words.md.j2" import show %}{{ show(pieces, link) | safe }}')
    tree = read(template.render(pieces=annotate(text, marks), link=lambda address: address))
    assert tree.text(without=lambda element: bool({"tip", "ref"} & set(element.classes))) == text
    identifiers = [element.attributes["id"] for element in tree.walk() if "id" in element.attributes]
    assert len(identifiers) == len(set(identifiers))
    assert {e.name for e in tree.walk()} <= {"document", "span", "a", "sup"}


@given(TEXTS, st.text(st.sampled_from("甲 \n\t"), max_size=3))
def test_places_in_the_source_are_places_in_the_text(words: str, before: str) -> None:
    source = before + "\n\n".join(words) + before
    aligned = align(source, len(before), len(before) + len("\n\n".join(words)), words)
    for offset, place in zip(aligned.offsets, aligned.places, strict=True):
        mark = aligned.mark(offset, offset + 1, "x")
        assert mark is not None
        assert source[offset] == words[place] == words[mark.start : mark.end]


def test_a_range_is_cut_to_the_text() -> None:
    aligned = align("ab\n\ncd ef", 0, 6, "abcd")
    whole, beyond = aligned.mark(0, 6, "x"), aligned.mark(5, 9, "x")
    assert whole == Mark(0, 4, "x")
    assert beyond == Mark(3, 4, "x", begins=True, finishes=False)
    assert aligned.mark(7, 9, "x") is None
    assert align("ab cd", 3, 5, "cd").mark(0, 5, "x") == Mark(0, 2, "x", begins=False, finishes=True)


def test_other_words_than_the_sources_are_an_error() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        align("甲乙", 0, 2, "甲丙")
