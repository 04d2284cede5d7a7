"""The share of an annex is the one that most cities agree on; a city whose figures fit no such share is found."""

from decimal import Decimal

import pytest

from scripts.checks.annex_share import check, outliers, shares
from scripts.package import Package


def pair(emissions: str, key_project: str) -> tuple[dict[str, str], dict[str, str]]:
    """Two cells as the check takes them."""
    return {"value": emissions}, {"value": key_project}


@pytest.mark.parametrize(
    ("emissions", "key_project", "low", "high"),
    [("1.005", "0.995", Decimal("0.99") / Decimal("1.01"), 1), ("0.995", "1.005", 1, Decimal("1.01") / Decimal("0.99")), ("0.00", "0.00", -1, 1), ("0.01", "0.00", Decimal("-0.005") / Decimal("0.015"), 1)],
)  # fmt: skip
def test_two_printed_figures_allow_a_range_of_shares(emissions, key_project, low, high):
    assert shares(*pair(emissions, key_project)) == (low, high)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("100.00", "7.00"), ("200.00", "14.00"), ("300.00", "21.00")], []),
        ([("100.00", "7.00"), ("200.00", "14.10"), ("300.00", "21.00")], [1]),
        ([("100.00", "6.90"), ("200.00", "14.00"), ("300.00", "21.00")], [0]),
        ([("100.00", "7.00"), ("200.00", "14.00"), ("300.00", "22.00"), ("400.00", "20.00")], [2, 3]),
        ([("1.005", "0.995"), ("0.995", "1.005")], []),  # the one range ends where the other begins
        ([("0.995", "1.005"), ("1.005", "0.995")], []),
    ],
)
def test_what_the_share_of_most_does_not_explain_is_found(pairs, found):
    cells = [pair(*figures) for figures in pairs]
    assert outliers(cells) == [cells[place] for place in found]


def test_each_indicator_has_a_share_of_its_own():
    rows = [
        {"indicator": indicator, "city": city, "quantity": quantity, "value": value, "annex": "2", "source_start": "3"}
        for indicator, share in (("cod", 1), ("ammonia_nitrogen", 2))
        for city, base in (("a", 100), ("b", 200), ("c", 300))
        for quantity, value in (
            ("emissions_2015", f"{base}.00"),
            ("key_project_reduction", f"{base * share // 10 + (city == 'b' and share == 2)}.00"),
        )
    ]
    rows.append({"indicator": "energy", "city": "a", "quantity": "emissions_2015", "value": "1", "source_start": "1"})
    cities = tuple({"city": city, "name": city.upper()} for city in "abc")
    (finding,) = check(Package({}, {}, "一\n二\n三", {"city_targets": tuple(rows), "cities": cities}))
    assert (finding.path, finding.line, finding.rule) == ("raw/plan.txt", 2, "annex-share")
    assert "附件 2 的“B”：41.00 ÷ 200.00" in finding.problem
