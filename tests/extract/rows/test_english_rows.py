"""English is asked for by the Chinese as it now reads: what changed a little is stale, what is another text is missing."""

import pytest

from scripts.extract.etc.entries import Entry
from scripts.extract.rows.english_rows import SHOWN, unbound


def entry(zh: str, line: int) -> Entry:
    """An entry of an English file."""
    return Entry("etc/english/x.yml", line, {"zh": zh, "en": "English"})


def told(wanted: list[str], *kept: str) -> list[tuple[str, int, str]]:
    """(rule, line, what is said) of each finding; entries stand on lines 10, 20, …"""
    entries = [entry(zh, 10 * place) for place, zh in enumerate(kept, 1)]
    return [(each.rule, each.line, each.problem) for each in unbound("x", "text", wanted, entries)]


def test_a_text_that_changed_a_little_is_stale_at_the_entry_it_came_from():
    assert told(["推动绿色饭店建设。"], "完全不同的一句话。", "推进绿色饭店建设。") == [
        ("english-stale", 20, "中文已不是这样，现为“推动绿色饭店建设。”"),
        ("english-unused", 10, "数据里没有“完全不同的一句话。”"),
    ]


def test_a_text_like_none_is_missing_and_takes_no_entry_of_another():
    assert [rule for rule, *_ in told(["发展公共交通。"], "推进绿色饭店建设。")] == [
        "english-missing",
        "english-unused",
    ]


@pytest.mark.parametrize(("length", "more"), [(SHOWN, ""), (SHOWN + 1, "…")])
def test_a_long_text_is_shown_as_far_as_it_tells_which_one_it_is(length: int, more: str):
    assert told(["字" * length]) == [("english-missing", 1, f"“{'字' * SHOWN}{more}”没有英文")]


def test_the_nearest_of_several_is_the_one_it_came_from():
    ((_, line, _), (_, left, _)) = told(["加快发展绿色交通运输"], "加快发展绿色建筑产业", "加快发展绿色交通运输业")
    assert (line, left) == (20, 10)
