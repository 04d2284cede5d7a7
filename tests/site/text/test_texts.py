"""Words in a language: messages with places, numbers and units as printed, lists as the language writes them."""

import pytest
from babel.messages.pofile import PoFileError

from scripts.site.text.texts import SPACE, Texts, texts_of

ENGLISH = texts_of(
    "en",
    """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "{name}的目标"
msgstr "Targets of {name}"

msgctxt "for a page"
msgid "目标"
msgstr "Targets"

msgctxt "for a number"
msgid "目标"
msgstr "target"

msgid "{n} 个市"
msgid_plural "{n} 个市"
msgstr[0] "{n} city"
msgstr[1] "{n} cities"

msgid "{number} 万吨"
msgstr "{number} × 10,000 t"
""".encode(),
)
CHINESE = Texts()


def test_a_message_is_its_own_chinese_and_looked_up_in_another_language() -> None:
    assert CHINESE._("{name}的目标", name="沈阳") == "沈阳的目标"
    assert ENGLISH._("{name}的目标", name="Shenyang") == "Targets of Shenyang"
    assert ENGLISH._("没有译文") == "没有译文"


def test_one_chinese_word_may_need_two_others() -> None:
    assert CHINESE.pgettext("for a page", "目标") == CHINESE.pgettext("for a number", "目标") == "目标"
    assert (ENGLISH.pgettext("for a page", "目标"), ENGLISH.pgettext("for a number", "目标")) == ("Targets", "target")


def test_a_number_chooses_its_form() -> None:
    assert [CHINESE.ngettext("{n} 个市", n) for n in (1, 14)] == ["1 个市", "14 个市"]
    assert [ENGLISH.ngettext("{n} 个市", n) for n in (0, 1, 14)] == ["0 cities", "1 city", "14 cities"]


def test_a_place_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError):
        CHINESE._("{name}的目标")


def test_what_fills_a_place_is_never_taken_for_a_place() -> None:
    assert CHINESE._("{name}的目标", name="{0.__class__} {x}") == "{0.__class__} {x}的目标"


def test_names_are_listed_as_the_language_lists_them() -> None:
    assert CHINESE.listed(["沈阳", "大连", "鞍山"]) == "沈阳、大连、鞍山"
    assert ENGLISH.listed(["Shenyang", "Dalian", "Anshan"]) == "Shenyang, Dalian and Anshan"
    assert CHINESE.listed([]) == ENGLISH.listed([]) == ""


@pytest.mark.parametrize(("value", "shown"), [("2338.80", "2338.80"), ("-273", "−273"), ("0", "0"), ("", "")])
def test_a_number_stays_as_printed(value: str, shown: str) -> None:
    assert CHINESE.number(value) == shown


def test_a_quantity_carries_its_unit_on_its_line() -> None:
    quantities = [("13.4", "%"), ("5", "百分点"), ("3550", "万吨标准煤"), ("-1.20", "吨"), ("120", "个"), ("", "%")]
    shown = ["13.4%", "5 个百分点", "3550 万吨标准煤", "−1.20 吨", "120 个", ""]
    assert [CHINESE.quantity(*each) for each in quantities] == [each.replace(" ", SPACE) for each in shown]
    assert ENGLISH.quantity("8.8", "万吨") == f"8.8{SPACE}×{SPACE}10,000{SPACE}t"
    with pytest.raises(KeyError):
        CHINESE.quantity("1", "斤")


def test_a_catalog_that_is_none_is_an_error() -> None:
    with pytest.raises(PoFileError):
        texts_of("en", b"no catalog at all")


def test_what_fills_a_place_begins_as_its_sentence_wants() -> None:
    said = Texts()._
    assert (
        said("of {names!l}", names="Sulfur dioxide, Nitrogen oxides and COD")
        == "of sulfur dioxide, nitrogen oxides and COD"
    )
    assert said("{told!u}.", told="limit: No. 2; emissions: No. 1") == "Limit: No. 2; emissions: No. 1."
    assert said("{told!u}", told="2015 baseline") == "2015 baseline"
    assert said("{names!l}{told!u}", names="化学需氧量", told="") == "化学需氧量"


def test_short_words_stay_on_one_line_where_a_language_needs_few() -> None:
    assert Texts().together("比 2015 年下降 15%") == f"比{SPACE}2015{SPACE}年下降{SPACE}15%"
    assert ENGLISH.together("to fall by 15% from 2015") == "to fall by 15% from 2015"
