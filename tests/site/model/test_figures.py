"""Ranks, shares and sums of the cities' figures."""

from decimal import Decimal

from scripts.site.model.figures import percent, rank, total
from tests.site.sites import SITE

TEXT = SITE.text


def test_ranks_say_ties() -> None:
    values = [Decimal(value) for value in ("3", "5", "5.0", "1")]
    first = rank(TEXT, values[1], values)
    assert (first.place, first.ties, first.count) == (1, 2, 4)
    assert [rank(TEXT, value, values).words for value in values] == [
        "第 3",
        "并列第 1（2 个市）",
        "并列第 1（2 个市）",
        "第 4",
    ]
    assert rank(TEXT, values[0], values[:1] * 4).words == "4 个市相同"
    assert rank(TEXT, values[0], values[:1]).words == "第 1"


def test_shares_add_up_and_are_rounded_half_up() -> None:
    for key, figures in SITE.figures.series.items():
        shares = [Decimal(figure.share) for figure in figures if figure.share]
        assert not shares or abs(sum(shares) - 100) <= Decimal("0.07"), key
    assert percent(Decimal("0.125"), Decimal(100)) == "0.13"
    assert percent(Decimal(1), Decimal(0)) == ""


def test_sums_are_exact() -> None:
    assert str(total(SITE.figures.of("cod", "emissions_2015"))) == "1167466.27"
    assert str(total(SITE.figures.of("energy_increment", "increment_limit"))) == "3277"
