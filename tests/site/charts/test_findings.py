"""The sentence before a chart follows from its figures: ties, equal figures and other scopes change it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scripts.site.charts.findings import against, concentration, spread, standing
from scripts.site.charts.tags import NATURE_OF, tag
from scripts.site.model.figures import QUANTITIES, CityFigure, percent
from scripts.site.model.province import ProvinceTarget
from scripts.site.model.ranks import rank
from tests.site.sites import SITE

TEXT = SITE.text
FIRST = SITE.figures.of("cod", "emissions_2015")[0]
PROVINCE = SITE.province.targets["cod", "decrease"]
NAMES = "甲乙丙丁戊"


def series(*values: str, quantity: str = "emissions_2015", note: str = "") -> list[CityFigure]:
    """Made-up cities 甲, 乙 … with these figures."""
    numbers = [Decimal(value) for value in values]
    return [
        replace(
            FIRST,
            name=name,
            quantity=quantity,
            label=SITE.figures.labels[quantity],
            value=value,
            amount=f"{value}%",
            note=note,
            rank=rank(TEXT, Decimal(value), numbers),
            share=percent(Decimal(value), sum(numbers, Decimal(0))),
        )
        for name, value in zip(NAMES, values, strict=False)
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("40 30 20 10", "甲最多，占 4 个市之和的 40.00%；前 3 位（甲、乙、丙）合计占 90.00%。"),
        ("40 40 10 10", "甲、乙同为最多，各占 4 个市之和的 40.00%；前 4 位（甲、乙、丙、丁）合计占 100.00%。"),
        ("10 20 30 30 10", "丙、丁同为最多，各占 5 个市之和的 30.00%；前 3 位（丙、丁、乙）合计占 80.00%。"),
        ("25 25 25 25", "4 个市相同，各占总和的 25.00%。"),
        ("5", "甲最多，占 1 个市之和的 100.00%；前 1 位（甲）合计占 100.00%。"),
    ],
)
def test_who_has_the_most_names_all_who_share_it(values: str, told: str) -> None:
    assert concentration(TEXT, series(*values.split())) == told


def test_percentages_are_spread_or_the_same() -> None:
    assert spread(TEXT, series("5", "5.0")) == "2 个市都是 5%"
    assert spread(TEXT, series("5", "6", "5", "5", "5")) == "乙 6%，4 个市 5%"
    assert spread(TEXT, series("5", "6", "5", "5", "5"), most=4) == "乙 6%，甲、丙、丁、戊 5%"


@pytest.mark.parametrize(
    ("value", "others", "note", "told"),
    [
        ("14.5", "13.4", "", "甲项高于全省"),
        ("13.40", "14.5", "", "甲项与全省相同"),
        ("12", "13.4", "", "甲项低于全省"),
        ("14.5", "14.5", "", "甲项各市相同，都高于全省"),
        ("13.4", "13.40", "", "甲项各市相同，都等于全省"),
        ("12", "12", "", "甲项各市相同，都低于全省"),
        ("12", "13.4", "不含某厂", "甲项与全省口径不同，不能直接比"),
        ("14.5", "14.5", "不含某厂", "甲项各市相同，与全省口径不同，不能直接比"),
    ],
)
def test_what_leaves_something_out_is_not_compared(value: str, others: str, note: str, told: str) -> None:
    own, _ = series(value, others, quantity="reduction_pct", note=note)
    assert against(TEXT, [("甲项", own, PROVINCE)]) == told


def test_each_indicator_is_compared_with_its_own_target() -> None:
    own, _ = series("14.5", "13.4", quantity="reduction_pct")
    above: ProvinceTarget = replace(PROVINCE, value="20")
    assert against(TEXT, [("甲项", own, PROVINCE), ("乙项", own, above), ("丙项", own, PROVINCE)]) == (
        "甲项、丙项高于全省；乙项低于全省"
    )


def test_a_place_says_of_what_it_is() -> None:
    most, _, _ = series("3", "2", "1")
    tied, _, least = series("2", "2", "1", quantity="reduction_pct")
    (alike, *_) = series("2", "2", quantity="reduction_pct")
    assert standing(TEXT, [("甲项", tied), ("乙项", most), ("丙项", least), ("丁项", most), ("戊项", alike)]) == (
        "2015 年排放量：乙项、丁项第 1；下降比例：戊项各市相同，甲项同为最高，丙项第 3"
    )


def test_a_chart_says_what_its_figures_are() -> None:
    assert set(NATURE_OF) == set(QUANTITIES)
    assert tag(TEXT, ["emissions_2015"]) == "2015 年基数，非完成情况"
    assert tag(TEXT, ["reduction_pct", "increment_limit"]) == "目标，非完成情况"
    assert tag(TEXT, ["required_reduction"]) == "推算，非完成情况"
    assert (
        tag(TEXT, ["emissions_2020_limit", "reduction_pct", "emissions_2015"]) == "2015 年基数、目标、推算，非完成情况"
    )
    with pytest.raises(KeyError):
        tag(TEXT, ["unheard_of"])
