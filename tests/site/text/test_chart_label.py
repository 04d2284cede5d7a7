"""Tonnes beside bars: one unit a chart, no hundredths of a tonne."""

import pytest

from scripts.site.text.chart_label import tonnes
from scripts.site.text.texts import SPACE, Texts, english


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ("241522.89 26274.30", "24.15 万吨, 2.63 万吨"),
        ("241522.89 9999.99", "241523 吨, 10000 吨"),
        ("10000.00", "1.00 万吨"),
        ("2441.50", "2442 吨"),
    ],
)
def test_a_label_has_no_hundredths(values: str, shown: str) -> None:
    assert tonnes(Texts(), values.split()) == [label.replace(" ", SPACE) for label in shown.split(", ")]


def test_english_readers_do_not_count_in_ten_thousands() -> None:
    assert tonnes(english(), ["241522.89", "10000.50"]) == [f"241,523{SPACE}t", f"10,001{SPACE}t"]
