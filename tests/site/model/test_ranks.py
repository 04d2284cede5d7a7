"""A rank says of ties what they are: the highest, the lowest, or a place that several share."""

from decimal import Decimal

from scripts.site.model.ranks import rank
from tests.site.sites import SITE

TEXT = SITE.text


def test_ranks_say_ties() -> None:
    values = [Decimal(value) for value in ("3", "5", "5.0", "1")]
    first = rank(TEXT, values[1], values)
    assert (first.place, first.ties, first.count) == (1, 2, 4)
    assert [rank(TEXT, value, values).words for value in values] == [
        "第 3",
        "同为最高（2 个市）",
        "同为最高（2 个市）",
        "第 4",
    ]
    assert [rank(TEXT, value, values).short for value in values] == ["第 3", "同为最高", "同为最高", "第 4"]
    middle = [Decimal(value) for value in ("4", "2", "2", "1", "1")]
    assert [rank(TEXT, value, middle).words for value in middle] == [
        "第 1",
        *["并列第 2（2 个市）"] * 2,
        *["同为最低（2 个市）"] * 2,
    ]
    assert rank(TEXT, values[0], values[:1] * 4).words == "4 个市相同"
    assert rank(TEXT, values[0], values[:1] * 4).short == "各市相同"
    assert rank(TEXT, values[0], values[:1]).words == "第 1"
