"""Tables in a language: texts by their twins, and departments by a name that is short and still their own."""

from scripts.site.model.localised import localised
from scripts.site.text.texts import CHINESE, ENGLISH
from tests.site.sites import PACKAGE

TABLES = localised(PACKAGE.tables, ENGLISH)
NAMES = {row["department"]: row for row in TABLES["departments"]}


def test_chinese_tables_are_the_packages() -> None:
    assert localised(PACKAGE.tables, CHINESE) is PACKAGE.tables


def test_a_text_with_a_twin_is_told_by_it() -> None:
    for printed, told in zip(PACKAGE.tables["targets"], TABLES["targets"], strict=True):
        assert (told["name"], told["scope"]) == (printed["name_en"], printed["scope_en"])
        assert (told["value"], told["quote"]) == (printed["value"], printed["quote"])
    (fifth,) = [row["text"] for row in TABLES["measures"] if row["measure"] == "5"]
    assert fifth == " ".join(row["text_en"] for row in PACKAGE.tables["sentences"] if row["measure"] == "5")


def test_departments_of_the_province_have_a_short_name_and_all_keep_their_full_one() -> None:
    for row in PACKAGE.tables["departments"]:
        assert NAMES[row["department"]]["full_name"] == row["name_en"]
    assert NAMES["environmental-protection-department"]["name"] == "Environmental Protection Department"
    assert NAMES["government-legislative-affairs-office"]["name"] == "Legislative Affairs Office"
    for department in ("state-taxation-bureau", "communist-youth-league-committee", "electric-power-company"):
        assert NAMES[department]["name"] == NAMES[department]["full_name"]
    assert len({row["name"] for row in NAMES.values()}) == len(NAMES)
