"""Sums, differences and what is said of them: in exact decimals, half up, and nothing forced."""

from decimal import Decimal

import pytest

from scripts.extract.rows.annex_rows import limit_2020
from scripts.extract.rows.reconciliation_text import text_columns
from scripts.extract.rows.rounding import Rounded, rounded, show, total


@pytest.mark.parametrize(
    ("text", "power", "value", "half"),
    [("15", 0, "15", "0.5"), ("13.40", 0, "13.40", "0.005"), ("101.1", 4, "1011000", "500"), ("0", 0, "0", "0.5")],
)
def test_a_printed_figure_stands_for_a_range(text, power, value, half):
    figure = rounded(text, power)
    assert (figure.value, figure.half) == (Decimal(value), Decimal(half))
    assert (figure.low, figure.high) == (Decimal(value) - Decimal(half), Decimal(value) + Decimal(half))


def test_rounding_errors_add_up():
    assert total([rounded("1.5"), rounded("2")]) == Rounded(Decimal("3.5"), Decimal("0.55"))


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


ROW = {
    "check": "base_2015",
    "difference": "-2.5",
    "agrees": "false",
    "unit": "吨",
    "tolerance": "1",
    "cities_value": "3",
}


@pytest.mark.parametrize(
    ("change", "note", "said"),
    [
        ({"difference": "0.00", "agrees": "true"}, "", "各市与全省相等。"),
        (
            {"difference": "0.50", "agrees": "true"},
            "注",
            "各市比全省多 0.50 吨，在印出数字的四舍五入范围之内（至多 1 吨）。",
        ),
        (
            {"difference": "2.5"},
            "注",
            "各市比全省多 2.5 吨，超出印出数字的四舍五入范围（至多 1 吨）。方案没有说明原因。",
        ),
        ({}, "", "各市比全省少 2.5 吨，超出印出数字的四舍五入范围（至多 1 吨）。方案没有说明原因。"),
        (
            {"unit": "%"},
            "",
            "各市比全省少 2.5 个百分点，超出印出数字的四舍五入范围（至多 1 个百分点）。方案没有说明原因。",
        ),
        ({}, "不含电厂", "附件注明“不含电厂”；余下的 2.5 吨可能就是被排除的电厂 2015 年的排放量（推断，方案未明言）。"),
        ({"check": "increment_limit"}, "不含电厂", "方案没有说明原因。"),
        ({"check": "key_project_reduction"}, "", "附件只列重点工程的减排量；其余的减排量靠什么措施，方案没有说明。"),
        (
            {"check": "key_project_reduction", "difference": "2"},
            "注",
            "附件只列重点工程的减排量；其余的减排量靠什么措施，方案没有说明。",
        ),
        (
            {"check": "weighted_reduction_pct", "cities_value": ""},
            "",
            "不能计算：能耗强度要用地区生产总值加权，方案没有各市的地区生产总值和能耗，不作猜测。",
        ),
        ({"check": "key_project_share"}, "", "没有一个比例能得出每一市所印的数，最多差 0.5 吨；应核对该附件各数。"),
        (
            {"check": "key_project_share", "agrees": "true"},
            "",
            "按同一比例算出的数与所印最多差 0.5 吨，四舍五入可以解释；方案没有说明这个比例的来历。",
        ),
    ],
)
def test_a_difference_is_said_as_it_is(change, note, said):
    assert text_columns(ROW | change, note, "0.5")["explanation"].endswith(said)
