"""How much room words take: one rule for both languages, on the wide side; what has no room is parted or cut."""

import pytest

from scripts.site.charts import theme
from scripts.site.charts.forms.room import MARGIN, even, needed, shortened, spaced, width, wrapped

LONG = "Increase in energy consumption"


def test_a_chinese_character_is_as_wide_as_it_is_high_and_a_latin_one_about_half() -> None:
    assert width("葫芦岛", "zh-CN") == 3 * theme.SIZE
    assert 0.45 < width("energy consumption", "en") / 18 / theme.SIZE < 0.65
    assert width("i", "en") < width("a", "en") < width("W", "en")
    assert width(LONG, "en", bold=True) > width(LONG, "en")
    assert width("24.15", "zh-CN") < width("24.15", "en")


def test_letters_set_apart_take_more_and_may_reach_into_the_margin() -> None:
    assert spaced(LONG, "en") > width(LONG, "en") + 29 * 0.12 * theme.SIZE
    assert needed(LONG, "en") == max(width(LONG, "en"), spaced(LONG, "en") - MARGIN)
    assert spaced("", "en") == width("", "en") == 0


@pytest.mark.parametrize("room", [20, 60, 120, 200, 400])
@pytest.mark.parametrize(
    ("words", "language"), [(LONG, "en"), ("W" * 80, "en"), ("氮氧化物（与全省口径不同）", "zh-CN")]
)
def test_what_is_cut_says_so_and_fits(words: str, language: str, room: float) -> None:
    told = shortened(words, room, language)
    assert needed(told, language) <= room
    assert told == words or (told.endswith("…") and words.startswith(told[:-1]))
    assert (told == words) == (needed(words, language) <= room)


def test_words_are_parted_at_spaces_and_cut_only_where_the_lines_do_not_do() -> None:
    assert wrapped(LONG, 400, "en") == [LONG]
    assert wrapped(LONG, 162, "en", most=3) == ["Increase in energy", "consumption"]
    assert wrapped(LONG, 110, "en", most=3) == ["Increase in", "energy", "consumption"]
    assert wrapped(LONG, 110, "en")[0] == "Increase in"
    assert wrapped(LONG, 110, "en")[1].endswith("…")
    assert wrapped("Key projects 10\u00a0t", 110, "en") == ["Key projects", "10\u00a0t"], "a number stays with its unit"
    assert wrapped("", 10, "en") == [""]


def test_short_texts_stand_next_to_what_is_below() -> None:
    assert even([["one"], ["two", "lines"]], last=True) == [["", "one"], ["two", "lines"]]
    assert even([["one"], ["two", "lines"]], last=False) == [["one", ""], ["two", "lines"]]
