"""Chinese numerals count both ways, and only the way they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.extract.plan.numerals import LIMIT, format_numeral, parse_numeral


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (44, "四十四"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1010, "一千零一十"),
    ],
)
def test_numerals_are_written_as_the_plan_counts(number, written):
    assert format_numeral(number) == written
    assert parse_numeral(written) == number


@given(st.integers(1, LIMIT - 1))
def test_every_number_is_read_back_from_its_numeral(number):
    assert parse_numeral(format_numeral(number)) == number


@given(st.text(alphabet="零一二三四五六七八九十百千两〇", min_size=0, max_size=8))
def test_a_text_is_a_numeral_only_if_it_is_how_its_number_is_written(text):
    number = parse_numeral(text)
    assert number is None or format_numeral(number) == text


def test_a_text_that_adds_up_to_more_than_anybody_counts_to_is_no_numeral():
    assert parse_numeral("九千九百九十十") is None


@pytest.mark.parametrize("number", [0, -1, LIMIT])
def test_numbers_nobody_counts_to_are_refused(number):
    with pytest.raises(ValueError, match="not between"):
        format_numeral(number)
