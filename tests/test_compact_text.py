"""Words are found across page breaks, and their place in the source is given back."""

from scripts.compact_text import Span, compact, occurrences

TEXT = "节\n\n能 减\u3000排\t。"


def test_white_space_of_every_kind_is_dropped_and_each_place_kept():
    words = compact(TEXT, start=10)
    assert words.text == "节能减排。"
    assert [TEXT[place - 10] for place in words.offsets] == list(words.text)


def test_a_range_of_the_words_is_one_of_the_source():
    words = compact(TEXT)
    assert words.span(1, 3) == Span(3, 6)
    assert words.extent == Span(0, len(TEXT))
    assert TEXT[slice(*words.part(2, 4).extent)] == "减\u3000排"
    assert words.part(3).text == "排。"


def test_every_occurrence_is_found_overlapping_ones_too():
    assert occurrences("一一一二一一", "一一") == [0, 1, 4]
    assert occurrences("一", "二") == []
