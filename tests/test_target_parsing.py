"""What the words around a number state: a table of wordings as the plan has them."""

import pytest

from scripts.target_parsing import NUMBER, ParsedTarget, parse_target, parse_years


@pytest.mark.parametrize(
    ("text", "nth", "unit", "comparator", "change", "baseline"),
    [
        ("控制在3550万吨标准煤以内", 0, "万吨标准煤", "<=", "level", ""),
        ("控制在101.1万吨、8.8万吨以内", 0, "万吨", "<=", "level", ""),
        ("控制在101.1万吨、8.8万吨以内", 1, "万吨", "<=", "level", ""),
        ("下降到58.6%以下", 0, "%", "<=", "level", ""),
        ("达到75%以上", 0, "%", ">=", "level", ""),
        ("达到75%左右", 0, "%", "~", "level", ""),
        ("达到75%", 0, "%", "=", "level", ""),
        ("达到75%、80%以上", 0, "%", ">=", "level", ""),
        ("达到75%、80吨以上", 0, "%", "=", "level", ""),
        ("不低于30%", 0, "%", ">=", "level", ""),
        ("不低于约30%", 0, "%", "=", "level", ""),
        ("提高2个百分点", 0, "百分点", "=", "level", ""),
        ("建成500个", 0, "个", "=", "level", ""),
        ("取缔20吨及以下", 0, "吨", "=", "level", ""),
        ("第5", 0, "", "=", "level", ""),
        ("比2015年下降15%", 1, "%", "=", "decrease", "2015"),
        ("比2015年提高15%以上", 1, "%", ">=", "increase", "2015"),
        ("比2015年分别下降13.4%、8.8%", 1, "%", "=", "decrease", "2015"),
        ("比2015年分别下降13.4%、8.8%", 2, "%", "=", "decrease", "2015"),
        ("比2015年分别下降10%、10%、15%和15%", 3, "%", "=", "decrease", "2015"),
        ("比2015年分别下降10%、10%、15%和15%", 4, "%", "=", "decrease", "2015"),
        ("比2015年分别下降10%和15%", 2, "%", "=", "decrease", "2015"),
        ("比2015年分别下降10%或15%", 2, "%", "=", "level", ""),
        ("比2015年分别下降10%和和15%", 2, "%", "=", "level", ""),
        ("比2015年分别提高1个百分点、2个百分点", 2, "百分点", "=", "increase", "2015"),
        ("分别达到1.5、2万吨", 0, "万吨", "=", "level", ""),
        ("比2015年下降15%，达到20%", 2, "%", "=", "level", ""),
    ],
)
def test_the_words_around_a_number_state_a_target(text, nth, unit, comparator, change, baseline):
    token = list(NUMBER.finditer(text))[nth]
    assert parse_target(text, token) == ParsedTarget(unit, comparator, change, baseline)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("到2020年，[全省]", ("2020", "carried")),
        ("[到2020年，全省]", ("2020", "stated")),
        ("到2018年，甲。到2020年，[乙]", ("2020", "carried")),
        ("到2018年，甲。[到2020年，乙]", ("2020", "stated")),
        ("[比2015年下降]，到2020年", ("", "")),
        ("[2020年]", ("", "")),
    ],
)
def test_a_year_is_stated_in_the_quote_or_carried_from_before_it(words, year):
    start, end = words.index("["), words.index("]") - 1
    assert parse_years(words.replace("[", "").replace("]", ""), start, end) == year


def test_what_was_read_is_shown_in_the_words_of_the_table():
    assert str(ParsedTarget("%", "<=", "level", "")) == "“%”、“<=”、“level”、“”"
