"""Shares and sums of the cities' figures."""

from decimal import Decimal

from scripts.site.model.figures import percent, total
from tests.site.sites import SITE


def test_shares_add_up_and_are_rounded_half_up() -> None:
    for key, figures in SITE.figures.series.items():
        shares = [Decimal(figure.share) for figure in figures if figure.share]
        assert not shares or abs(sum(shares) - 100) <= Decimal("0.07"), key
    assert percent(Decimal("0.125"), Decimal(100)) == "0.13"
    assert percent(Decimal(1), Decimal(0)) == ""


def test_sums_are_exact() -> None:
    assert str(total(SITE.figures.of("cod", "emissions_2015"))) == "1167466.27"
    assert str(total(SITE.figures.of("energy_increment", "increment_limit"))) == "3277"
