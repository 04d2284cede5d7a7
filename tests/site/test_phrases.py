"""Targets in words: every comparator and change of the contract, and nothing for what is outside of it."""

from html import unescape

import pytest

from scripts.package import Package
from scripts.site.views import phrases

NUMERIC = {"kind": "numeric", "change": "level", "comparator": "=", "value": "55", "unit": "%", "baseline_year": ""}
DEADLINE = {"kind": "deadline", "value": "", "unit": "", "change": "", "comparator": ""}


def worded(**cells: str) -> str:
    return unescape(phrases.commitment({**NUMERIC, **cells})).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, "55%"),
        ({"comparator": "<=", "value": "3550", "unit": "万吨标准煤"}, "≤ 3550 万吨标准煤"),
        ({"comparator": ">=", "value": "80"}, "≥ 80%"),
        ({"comparator": "~", "value": "8"}, "约 8%"),
        ({"value": "120", "unit": "个"}, "120 个"),
        ({"change": "decrease", "value": "13.4", "baseline_year": "2015"}, "比 2015 年下降 13.4%"),
        ({"change": "decrease", "value": "13.4"}, "下降 13.4%"),
        ({"change": "decrease", "comparator": ">=", "value": "10"}, "下降至少 10%"),
        ({"change": "decrease", "comparator": "~", "value": "10"}, "下降约 10%"),
        ({"change": "increase", "value": "5", "unit": "百分点", "baseline_year": "2015"}, "比 2015 年提高 5 个百分点"),
        ({"change": "increase", "comparator": "<=", "value": "5"}, "提高至多 5%"),
        ({"change": "increase", "comparator": "<=", "value": "0"}, "零增长"),
        ({**DEADLINE, "target_year": "2017"}, "到 2017 年"),
        ({**DEADLINE, "target_year": ""}, "未写年份"),
    ],
)
def test_a_commitment(cells: dict[str, str], words: str) -> None:
    assert worded(**cells) == words


@pytest.mark.parametrize("cells", [{"kind": "wish"}, {"comparator": "≈"}, {"change": "double"}])
def test_a_word_outside_the_vocabulary_is_an_error(cells: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        phrases.commitment({**NUMERIC, **cells})


@pytest.mark.parametrize(
    ("year", "basis", "words"),
    [("2020", "stated", "2020 年"), ("2020", "carried", "2020 年（承前文）"), ("", "", "未写年份")],
)
def test_a_year_says_where_it_comes_from(year: str, basis: str, words: str) -> None:
    assert phrases.year({"target_year": year, "year_basis": basis}) == words


@pytest.mark.parametrize(
    ("scope", "name", "words"),
    [
        ("城市", "污水处理率", "城市：污水处理率"),
        ("电煤", "电煤占煤炭消费量比重", "电煤占煤炭消费量比重"),
        ("", "率", "率"),
    ],
)
def test_a_subject_says_its_scope_once(scope: str, name: str, words: str) -> None:
    assert phrases.subject({"scope": scope, "name": name}) == words


def test_every_target_of_the_plan_can_be_worded(package: Package) -> None:
    for row in package.tables["targets"]:
        words = phrases.commitment(row)
        assert words
        assert row["value"] in words or words == "零增长"
