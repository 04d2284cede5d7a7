"""A comparison in words: each verdict, reason and sign says its own, and codes that don't go together say nothing."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.package import Row
from scripts.site.site import labels
from scripts.site.text import check_messages as messages
from scripts.site.text.check_text import both, counted, finding, formula, inference, plants, rough, signed, told, why
from scripts.site.text.texts import Texts, english
from tests.site.sites import PACKAGE

TEXT = Texts()
NOTE = "不含某厂"
CHECKS, VERDICTS, REASONS = (
    labels(PACKAGE, "zh-CN", "reconciliation", column) for column in ("check", "verdict", "reason")
)
AGREES = {"verdict": "agrees", "reason": "rounding", "inferred": "false"}
PLANTS = {"verdict": "different_scope", "reason": "plants_excluded", "inferred": "true"}
PAIRS = {
    "equal": {"agrees"},
    "rounding": {"agrees"},
    "one_share": {"agrees"},
    "printed_share": {"agrees"},
    "plants_excluded": {"different_scope"},
    "key_projects_only": {"part"},
    "needs_gdp": {"not_computable"},
    "no_share": {"differs"},
    "none_given": {"stricter", "weaker", "differs"},
}


def row(check: str = "limit_2020", difference: str = "-30.50", **cells: str) -> Row:
    """A comparison of 1000 and what differs from it by so much."""
    cities = str(1000 + Decimal(difference or 0))
    figures = {"province_value": "1000", "cities_value": cities, "difference": difference, "tolerance": "20.25"}
    return {"check": check, **figures, "unit": "吨", **AGREES, **cells}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_every_code_of_the_package_has_its_words() -> None:
    assert set(messages.SHORT) == set(messages.FORMULAS) == set(CHECKS)
    assert set(messages.VERDICTS) == set(VERDICTS)
    assert all(VERDICTS[verdict] == words for verdict, words in messages.VERDICTS.items())
    for table in (messages.SIGNS, messages.MEANINGS, messages.FINDINGS):
        assert set(table) == set(VERDICTS)
        assert len(set(table.values())) == len(table)
    assert {codes[0] for codes in messages.WHY} == set(REASONS)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, "各市 969.50 吨（推算），全省 1000 吨，少 30.50 吨；光是四舍五入就可能差到 20.25 吨。"),
        (
            {"difference": "30.50"},
            "各市 1030.50 吨（推算），全省 1000 吨，多 30.50 吨；光是四舍五入就可能差到 20.25 吨。",
        ),
        (
            {"verdict": "stricter"},
            "各市 969.50 吨（推算），全省 1000 吨，少 30.50 吨；四舍五入至多能差 20.25 吨，解释不了。",
        ),
        (
            {"difference": "30.50", "verdict": "weaker"},
            "各市 1030.50 吨（推算），全省 1000 吨，多 30.50 吨；四舍五入至多能差 20.25 吨，解释不了。",
        ),
        (
            {"check": "base_2015", "verdict": "differs"},
            "各市 969.50 吨，全省 1000 吨（推算），少 30.50 吨；四舍五入至多能差 20.25 吨，解释不了。",
        ),
        (
            {"check": "increment_limit", "unit": "万吨标准煤", "verdict": "stricter"},
            "各市 969.50 万吨标准煤，全省 1000 万吨标准煤，少 30.50 万吨标准煤；"
            "四舍五入至多能差 20.25 万吨标准煤，解释不了。",
        ),
        (
            {"check": "weighted_reduction_pct", "unit": "%", "verdict": "weaker"},
            "各市 969.50%（推算），全省 1000%，少 30.50 个百分点；四舍五入至多能差 20.25 个百分点，解释不了。",
        ),
        ({"difference": "0.00", "reason": "equal"}, "各市与全省都是 1000 吨。"),
        (
            {"check": "weighted_reduction_pct", "unit": "%", "verdict": "not_computable", "difference": ""},
            "全省 1000%；各市的合不起来。",
        ),
    ],
)
def test_both_sides_and_the_difference_are_told(cells: dict[str, str], words: str) -> None:
    assert plain(told(TEXT, row(**cells))) == words


@pytest.mark.parametrize(
    ("verdict", "reason", "words"),
    [
        ("agrees", "one_share", "每个市的重点工程减排量都是它 2015 年排放量的 7.5%。"),
        ("agrees", "printed_share", "每个市的重点工程减排量都是它 2015 年排放量的 7.5%，也就是附件印出的下降比例。"),
        ("differs", "no_share", "没有一个比例能得出每一市所印的重点工程减排量。"),
    ],
)
def test_the_key_projects_share_is_told_without_a_province(verdict: str, reason: str, words: str) -> None:
    share = row("key_project_share", "", cities_value="7.5", verdict=verdict, reason=reason)
    assert told(TEXT, share) == words
    with pytest.raises(KeyError):
        told(TEXT, share | {"verdict": "part"})


@pytest.mark.parametrize(
    "cells",
    [
        {"difference": "0.00"},
        {"difference": "0.01", "reason": "equal"},
        {"check": "wish"},
        {"check": "key_project_share"},
    ],
)
def test_figures_that_belie_their_codes_are_not_told(cells: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        told(TEXT, row(**cells))


@pytest.mark.parametrize(("reason", "verdict"), list(product(REASONS, VERDICTS)))
def test_a_reason_goes_with_its_verdicts_alone(reason: str, verdict: str) -> None:
    said, refused = set(), set()
    for check in CHECKS:
        try:
            said.add(why(TEXT, row(check, verdict=verdict, reason=reason), NOTE))
        except KeyError:
            refused.add(check)
    assert bool(said) == (verdict in PAIRS[reason])
    if reason == "none_given":
        known = {"stricter": 4, "weaker": 3, "differs": 1}.get(verdict, 0)
        assert (len(said), len(refused)) == (known, len(CHECKS) - known)
        assert all("方案没有说明" in words for words in said)
    if reason == "plants_excluded" and said:
        assert all(NOTE in words for words in said)


@pytest.mark.parametrize(
    ("check", "stricter", "weaker"),
    [("weighted_reduction_pct", "多", "少"), ("limit_2020", "低", "高"), ("increment_limit", "低", "高")],
)
def test_a_direction_that_is_turned_turns_the_reason(check: str, stricter: str, weaker: str) -> None:
    for verdict, word in (("stricter", stricter), ("weaker", weaker)):
        assert f"{word}。方案没有说明原因。" in why(TEXT, row(check, verdict=verdict, reason="none_given"), "")


def test_the_note_speaks_of_emissions_and_the_page_does_not_make_it_speak_of_key_projects() -> None:
    of_projects = why(TEXT, row("key_project_reduction", **PLANTS), NOTE)
    assert of_projects.endswith("重点工程减排量是不是也不含，附件没有说。")
    assert "推断：重点工程减排量也不含" in inference(TEXT, row("key_project_reduction", **PLANTS))
    for check in ("base_2015", "limit_2020", "weighted_reduction_pct"):
        assert why(TEXT, row(check, **PLANTS), NOTE) == why(TEXT, row(**PLANTS), NOTE) != of_projects


@pytest.mark.parametrize(
    ("check", "difference", "words"),
    [
        ("base_2015", "-96957.63", "推断：没有列入的电厂 2015 年约排放 9.7 万吨（±0.7 万吨）。"),
        ("limit_2020", "-47053.36", "推断：2020 年留给没有列入的电厂的约 4.7 万吨（±0.7 万吨）。"),
        ("weighted_reduction_pct", "-3.5", "推断：没有列入的电厂要降得比各市多。"),
        ("weighted_reduction_pct", "3.5", "推断：没有列入的电厂要降得比各市少。"),
        ("base_2015", "96957.63", "推断：没有列入电厂，各市反而比全省多；推不出电厂排放多少。"),
        ("limit_2020", "47053.36", "推断：没有列入电厂，各市的上限反而比全省的高；推不出留给电厂多少。"),
    ],
)
def test_an_inference_is_rounded_to_what_it_can_carry(check: str, difference: str, words: str) -> None:
    inferred = row(check, difference, tolerance="6721.77", **PLANTS)
    assert plain(inference(TEXT, inferred)) == words
    assert words.startswith("推断：")
    assert inference(TEXT, inferred | {"inferred": "false"}) == ""


def test_nothing_is_inferred_for_what_the_plants_say_nothing_of() -> None:
    for check in ("increment_limit", "key_project_share"):
        with pytest.raises(KeyError):
            inference(TEXT, row(check, **PLANTS))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("-96957.63", "-47053.36", "这些电厂要从 2015 年的约 9.7 万吨减到 2020 年的约 4.7 万吨。"),
        ("-47053.36", "-96957.63", "这些电厂可以从 2015 年的约 4.7 万吨增到 2020 年的约 9.7 万吨。"),
        ("-96957.63", "-97012.00", "这些电厂 2015 年和 2020 年都是约 9.7 万吨。"),
    ],
)
def test_what_follows_for_the_plants_takes_both_differences(before: str, after: str, words: str) -> None:
    base = row("base_2015", before, tolerance="6721.77", **PLANTS)
    limit = row("limit_2020", after, tolerance="935.97", **PLANTS)
    assert plain(plants(TEXT, [limit, base])) == f"推断：如果差额都是没有列入的电厂的，{words}"
    assert plants(TEXT, [base]) == plants(TEXT, [limit]) == ""
    assert plants(TEXT, [base, limit | {"inferred": "false"}]) == ""
    assert plants(TEXT, [base | {"difference": "96957.63"}, limit]) == ""


def test_where_no_one_counts_in_ten_thousands_an_amount_is_in_tonnes_and_carries_no_more_digits() -> None:
    base = row("base_2015", "-96957.63", tolerance="6721.77", **PLANTS)
    limit = row("limit_2020", "-47053.36", tolerance="935.97", **PLANTS)
    assert "about 97,000 t (±7,000 t)" in plain(inference(english(), base))
    assert "about 97,000 t in 2015 to about 47,000 t in 2020" in plain(plants(english(), [base, limit]))


#: tonnes to the hundredth
amounts = st.decimals("0.01", "9999999", places=2, allow_nan=False, allow_infinity=False)


@given(amounts, amounts)
def test_what_is_shown_roughly_covers_what_is_so(tonnes: Decimal, margin: Decimal) -> None:
    amount, shown = rough(-tonnes, margin)
    assert amount - shown <= tonnes - margin
    assert tonnes + margin <= amount + shown
    assert shown <= margin * 3
    assert len(shown.as_tuple().digits) <= 2


def test_a_rough_amount_keeps_the_digits_that_it_carries() -> None:
    round_base = row("base_2015", "-170012.00", tolerance="5833.40", **PLANTS)
    assert "约排放 17.0 万吨（±0.6 万吨）" in plain(inference(TEXT, round_base))
    near = row("base_2015", "-179491.08", tolerance="5833.40", **PLANTS)
    assert "约排放 17.9 万吨（±0.7 万吨）" in plain(inference(TEXT, near))
    one_digit = row("limit_2020", "-47053.36", tolerance="935.97", **PLANTS)
    assert "约 4.7 万吨（±0.1 万吨）" in plain(inference(TEXT, one_digit))


def test_both_sides_alone_leave_the_difference_out() -> None:
    assert plain(both(TEXT, row())) == "各市 969.50 吨（推算），全省 1000 吨。"
    share = row("key_project_share", "", cities_value="7.5", reason="one_share")
    assert both(TEXT, share) == told(TEXT, share)


def test_a_difference_carries_its_sign() -> None:
    assert [signed(TEXT, row(difference=value)) for value in ("30.50", "-30.50", "0.0", "")] == [
        "+30.50",
        "−30.50",
        "0.0",
        "",
    ]


def test_comparisons_are_counted_by_verdict_and_an_unknown_one_is_not() -> None:
    assert counted(TEXT, "part", 2) == "2 项只列了一部分"
    for verdict, label in VERDICTS.items():
        assert counted(TEXT, verdict, 3) == f"3 项{label}"
    with pytest.raises(KeyError):
        counted(TEXT, "false", 1)


def test_a_finding_groups_the_checks_by_what_they_came_to() -> None:
    rows = [row("base_2015"), row("limit_2020", verdict="weaker"), row("key_project_reduction", verdict="weaker")]
    assert finding(TEXT, "甲醛", rows) == "甲醛：2015 年基数对得上；2020 年上限、重点工程减排各市更松。"
    assert finding(TEXT, "甲醛", rows[:1]) == "甲醛：2015 年基数对得上。"


def test_the_formula_is_the_indicators_own() -> None:
    percentage = row("weighted_reduction_pct", unit="%")
    assert "地区生产总值" not in formula(TEXT, percentage)
    assert "地区生产总值" in formula(TEXT, percentage | {"verdict": "not_computable"})
