"""Printed figures, the ranges that they stand for, and what follows from them: in exact decimals, half up."""

from decimal import Decimal

import pytest

from scripts.extract.rows.annex_rows import derived_rows, limit_2020
from scripts.extract.rows.rounding import Band, rounded, show, total


@pytest.mark.parametrize(
    ("text", "power", "value", "half"),
    [("15", 0, "15", "0.5"), ("13.40", 0, "13.40", "0.005"), ("101.1", 4, "1011000", "500"), ("0", 0, "0", "0.5")],
)
def test_a_printed_figure_stands_for_a_range(text, power, value, half):
    figure = rounded(text, power)
    assert figure.value == Decimal(value)
    assert (figure.low, figure.high) == (Decimal(value) - Decimal(half), Decimal(value) + Decimal(half))


def test_rounding_errors_add_up():
    assert total([rounded("1.5"), rounded("2")]) == Band(Decimal("3.5"), Decimal("2.95"), Decimal("4.05"))


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("0.125", 2, "0.13"),
        ("0.135", 2, "0.14"),
        ("-0.125", 2, "-0.13"),
        ("1.5", 2, "1.5"),
        ("1.50", 2, "1.50"),
        ("-0.001", 2, "0.00"),
        ("1E+3", 2, "1000"),
        ("7", 0, "7"),
        ("7.5", 0, "8"),
    ],
)
def test_a_figure_is_shown_with_at_most_so_many_decimals_half_up(value, places, shown):
    assert show(Decimal(value), places) == shown


def test_what_can_not_be_computed_is_shown_as_nothing():
    assert show(None, 2) == ""


@pytest.mark.parametrize(
    ("emissions", "percentage", "limit"),
    [("0.25", "18", "0.21"), ("0.50", "11", "0.45"), ("100.00", "13.4", "86.60"), ("100.00", "0", "100.00")],
)
def test_a_derived_limit_is_rounded_half_up(emissions, percentage, limit):
    assert limit_2020(emissions, percentage) == limit


@pytest.mark.parametrize(("limit", "required"), [("121924.80", "20677.30")])
def test_what_a_city_must_cut_is_its_emissions_less_its_limit(limit, required):
    rows = derived_rows({"city": "tieling", "value": "142602.10"}, {"value": "14.5"})
    assert [row["value"] for row in rows] == [limit, required]
