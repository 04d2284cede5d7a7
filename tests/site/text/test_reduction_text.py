"""How much of what has to be cut the key projects take, over all cities."""

from decimal import Decimal

import pytest

from scripts.site.text.reduction_text import projects_range
from scripts.site.text.texts import Texts


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ("40.13 53.91 41", "甲项 40%–54%"),
        ("74.303 74.304", "甲项 74%"),
        ("100", "甲项 100%"),
        ("99.5 100", "甲项 100%"),
        ("99.4 100", "甲项 99%–100%"),
    ],
)
def test_the_least_and_the_most_are_told_once_where_they_are_the_same(shares: str, told: str) -> None:
    assert projects_range(Texts(), "甲项", [Decimal(share) for share in shares.split()]) == told
