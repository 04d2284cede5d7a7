"""How wide columns and how high rows are: a text has room, and a wide table is squeezed only as far as it may be."""

import pytest

from scripts.site.downloads.room import HIGHEST, LINE, NARROWEST, PAGE, column_widths, height, line_count, longest_word


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        *[("", 11, 1), ("沈阳", 11, 1), ("一二三四五", 11, 1), ("一二三四五六", 11, 2), ("一\n二", 11, 2)],
        *[
            ("to be cut", 11, 1),
            ("to be reduced", 11, 2),
            ("a-word-of-twenty-four-xx", 11, 3),
            ("in 沈阳 and 大连", 11, 2),
        ],
    ],
)
def test_lines_of_a_text_that_wraps(text: str, width: int, lines: int) -> None:
    assert line_count(text, width) == lines


def test_a_row_is_as_high_as_its_longest_text_up_to_a_bound() -> None:
    assert height(["一", "一二三四五六"], [11, 11]) == 2 * LINE
    assert height(["长" * 1000], [11]) == HIGHEST
    assert height([], []) == LINE


def test_the_longest_word_is_what_cannot_be_broken() -> None:
    assert longest_word("下降比例（%）\nPercentage reduction (%)") == len("Percentage")
    assert longest_word("") == 0


def test_a_wide_table_is_squeezed_to_what_can_be_printed() -> None:
    assert column_widths([["沈阳"], ["x" * 50]]) == [7, 53]
    assert sum(column_widths([["x" * 60]] * 5)) <= PAGE
    assert column_widths([["x" * 60]] * 20) == [NARROWEST] * 20


def test_a_text_of_very_many_letters_keeps_a_broad_column() -> None:
    widths = column_widths([["x" * 1500], *[["x" * 60]] * 20])
    assert height(["x " * 750], widths[:1]) < HIGHEST
    assert widths[1:] == [NARROWEST] * 20
