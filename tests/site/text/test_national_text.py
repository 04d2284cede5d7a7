"""The province beside the nation: each sign its own sentence, and nothing subtracted that is not one thing."""

import pytest

from scripts.package import Row
from scripts.site.text.national_text import absent, beside, together
from scripts.site.text.texts import Texts

TEXT = Texts()
OWN = {"change": "decrease", "comparator": "=", "unit": "%", "baseline_year": "2015", "target_year": "2020"}


def own(value: str, **cells: str) -> Row:
    return {**OWN, "value": value, **cells}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("province", "nation", "words"),
    [
        ("13.4", "10", "到 2020 年，甲醛全省要比 2015 年下降 13.4%，比全国的 10% 多 3.4 个百分点。"),
        ("8.8", "10", "到 2020 年，甲醛全省要比 2015 年下降 8.8%，比全国的 10% 少 1.2 个百分点。"),
        ("20", "10.0", "到 2020 年，甲醛全省要比 2015 年下降 20%，比全国的 10.0% 多 10 个百分点。"),
        ("15", "15.0", "到 2020 年，甲醛全省和全国都要比 2015 年下降 15%。"),
    ],
)
def test_the_difference_is_told_in_percentage_points(province: str, nation: str, words: str) -> None:
    assert plain(beside(TEXT, ("甲醛", own(province), own(nation)))) == words


@pytest.mark.parametrize(
    "cells",
    [
        {"baseline_year": "2010"},
        {"target_year": "2017"},
        {"comparator": "~"},
        {"comparator": ">="},
        {"change": "increase"},
        {"unit": "百分点"},
    ],
)
def test_what_is_not_one_thing_is_not_subtracted(cells: dict[str, str]) -> None:
    for pair in ((own("13.4", **cells), own("10.1")), (own("13.4"), own("10.1", **cells))):
        words = plain(beside(TEXT, ("甲醛", *pair)))
        assert words.startswith("甲醛：全省到 ")
        assert words.endswith("说的不是同样的事，不能相减。")
        assert "13.4" in words
        assert "10.1" in words
        assert "3.3" not in words


def test_two_levels_are_no_decrease_even_if_they_are_alike() -> None:
    level = {"change": "level", "comparator": "<=", "unit": "万吨", "baseline_year": ""}
    words = plain(beside(TEXT, ("甲醛", own("101.1", **level), own("2001", **level))))
    assert words == "甲醛：全省到 2020 年≤ 101.1 万吨，全国到 2020 年≤ 2001 万吨；说的不是同样的事，不能相减。"


def test_all_stand_in_one_sentence_and_each_says_its_own_sign() -> None:
    pairs = [("甲", own("13.4"), own("10")), ("乙", own("8.8"), own("10")), ("丙", own("15"), own("15"))]
    assert [plain(words) for words in together(TEXT, pairs)] == [
        "到 2020 年比 2015 年下降的比例，全省与全国相比：甲多 3.4 个百分点（13.4%，全国 10%），"
        "乙少 1.2 个百分点（8.8%，全国 10%），丙相同（15%）。"
    ]
    assert together(TEXT, []) == []


def test_other_years_get_a_sentence_of_their_own() -> None:
    later = {"target_year": "2025"}
    pairs = [
        ("甲", own("13.4"), own("10")),
        ("乙", own("8", **later), own("8", **later)),
        ("丙", own("5"), own("5", **later)),
    ]
    first, second, third = together(TEXT, pairs)
    assert "乙" not in first + third
    assert "丙" not in first + second
    assert second == "到 2025 年比 2015 年下降的比例，全省与全国相比：乙相同（8%）。"
    assert third.endswith("不能相减。")


def test_what_the_nation_or_item_2_does_not_set_is_said_so() -> None:
    assert "没有定增量" in absent(TEXT, "energy_increment", "能耗增量", None)
    assert absent(TEXT, "cod", "甲醛", None) == "所引的国家方案原话没有甲醛的下降比例，所以没有全国的数可比。"
    assert absent(TEXT, "cod", "甲醛", own("10")) == "方案第二条没有给甲醛定下降比例，所以没有全省的数可同全国的比。"
