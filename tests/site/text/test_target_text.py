"""Targets in words: every comparator and change of the contract, and nothing for what is outside of it."""

import pytest

from scripts.compact_text import without_space
from scripts.site.text.target_text import commitment, due, subject, year
from tests.site.sites import ENGLISH_SITE, PACKAGE, SITE

TEXT = SITE.text
NUMERIC = {"kind": "numeric", "change": "level", "comparator": "=", "value": "55", "unit": "%", "baseline_year": ""}
DEADLINE = {"kind": "deadline", "value": "", "unit": "", "change": "", "comparator": "", "quote": "到2017年，完成核发"}


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
        ({**DEADLINE, "target_year": "2017", "quote": "到2017年底，完成核发"}, "到 2017 年底"),
        ({**DEADLINE, "target_year": "2020", "quote": "比2015年底好，到2020年底前取得进展"}, "到 2020 年底前"),
        ({**DEADLINE, "target_year": "2020", "quote": "无害化处理，年底前见效"}, "到 2020 年"),
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
        ("numeric", "2020", "stated", "2020 年底"),
        ("numeric", "2020", "carried", "2020 年（年份承上句）"),
        ("numeric", "", "", "未写年份"),
        ("deadline", "2020", "stated", ""),
        ("deadline", "2020", "carried", "年份承上句"),
    ],
)
def test_a_year_says_where_it_comes_from(kind: str, target_year: str, basis: str, words: str) -> None:
    quote = "" if basis == "carried" else f"到{target_year}年底，达到55%"
    target = {"kind": kind, "target_year": target_year, "year_basis": basis, "quote": quote}
    assert year(TEXT, target) == words


def test_every_year_of_the_plan_keeps_the_words_that_are_printed_with_it() -> None:
    ends = {}
    for row in PACKAGE.tables["targets"]:
        if row["year_basis"] == "stated":
            printed = due(TEXT, row).replace(" ", "")
            after = row["quote"].partition(printed)[2]
            assert after, row["target"]
            assert after[0] not in "底末初前中", row["target"]
            ends[row["target"]] = printed.partition("年")[2]
        elif row["year_basis"] == "carried":
            assert due(TEXT, row) == f"{row['target_year']} 年"
    assert {target: end for target, end in ends.items() if end} == {"15.1": "底", "17.4": "底前"}


def test_a_carried_year_comes_from_a_clause_that_prints_no_more_than_the_year() -> None:
    for row in PACKAGE.tables["targets"]:
        if row["year_basis"] == "carried":
            before = without_space(PACKAGE.text[: int(row["source_start"])])
            after = before.rpartition(f"到{row['target_year']}年")[2]
            assert after[0] not in "底末初前中", row["target"]


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


def test_in_english_a_target_says_its_scope_once_and_may_go_on_in_the_next_line() -> None:
    text, targets = ENGLISH_SITE.text, {row["target"]: row for row in ENGLISH_SITE.tables["targets"]}
    assert subject(text, targets["5.1"]) == "Share of coal in total energy consumption"
    assert subject(text, targets["17.1"]) == "Cities: wastewater treatment rate"
    assert commitment(text, targets["13.1"]) == "to rise by 5\u00a0percentage\u00a0points from 2015"
