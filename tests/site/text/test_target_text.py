"""Targets in words: every comparator and change of the contract, and nothing for what is outside of it."""

import pytest

from scripts.site.text.target_text import commitment, subject, year
from tests.site.sites import PACKAGE, SITE

TEXT = SITE.text
NUMERIC = {"kind": "numeric", "change": "level", "comparator": "=", "value": "55", "unit": "%", "baseline_year": ""}
DEADLINE = {"kind": "deadline", "value": "", "unit": "", "change": "", "comparator": ""}


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
        ({"change": "decrease", "comparator": "<=", "value": "10"}, "下降至多 10%"),
        ({"change": "decrease", "comparator": ">=", "value": "10"}, "下降至少 10%"),
        ({"change": "decrease", "comparator": "~", "value": "10"}, "下降约 10%"),
        ({"change": "increase", "value": "5", "unit": "百分点", "baseline_year": "2015"}, "比 2015 年提高 5 个百分点"),
        ({"change": "increase", "comparator": "<=", "value": "5"}, "提高至多 5%"),
        ({"change": "increase", "comparator": ">=", "value": "5"}, "提高至少 5%"),
        ({"change": "increase", "comparator": "~", "value": "5", "baseline_year": "2015"}, "比 2015 年提高约 5%"),
        ({"change": "increase", "comparator": "<=", "value": "0"}, "零增长"),
        ({"change": "increase", "comparator": "<=", "value": "0", "baseline_year": "2015"}, "比 2015 年零增长"),
        ({**DEADLINE, "target_year": "2017"}, "到 2017 年"),
        ({**DEADLINE, "target_year": ""}, "未写年份"),
    ],
)
def test_a_commitment(cells: dict[str, str], words: str) -> None:
    assert commitment(TEXT, {**NUMERIC, **cells}) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize("cells", [{"kind": "wish"}, {"comparator": "≈"}, {"change": "double"}, {"unit": "斤"}])
def test_a_word_outside_the_vocabulary_is_an_error(cells: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        commitment(TEXT, {**NUMERIC, **cells})


@pytest.mark.parametrize(
    ("kind", "target_year", "basis", "words"),
    [
        ("numeric", "2020", "stated", "2020 年"),
        ("numeric", "2020", "carried", "2020 年（承前文）"),
        ("numeric", "", "", "未写年份"),
        ("deadline", "2020", "stated", ""),
        ("deadline", "2020", "carried", "承前文"),
    ],
)
def test_a_year_says_where_it_comes_from(kind: str, target_year: str, basis: str, words: str) -> None:
    assert year(TEXT, {"kind": kind, "target_year": target_year, "year_basis": basis}) == words


@pytest.mark.parametrize(
    ("scope", "name", "words"),
    [
        ("城市", "污水处理率", "城市：污水处理率"),
        ("电煤", "电煤占煤炭消费量比重", "电煤占煤炭消费量比重"),
        ("", "率", "率"),
    ],
)
def test_a_subject_says_its_scope_once(scope: str, name: str, words: str) -> None:
    assert subject(TEXT, {"scope": scope, "name": name}) == words


def test_every_target_of_the_plan_can_be_worded() -> None:
    for row in PACKAGE.tables["targets"]:
        words = commitment(TEXT, row)
        assert words
        assert row["value"] in words or words == "零增长"
