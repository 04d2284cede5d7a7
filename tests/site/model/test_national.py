"""The nation's figures stand beside the province's: the package's own, and a package that lacks one or the other."""

from tests.site.dom import without_rows
from tests.site.sites import PACKAGE, SITE, site

INDICATORS = [row["indicator"] for row in PACKAGE.tables["indicators"]]


def test_every_indicator_has_its_sentence_and_where_the_provinces_figure_stands() -> None:
    beside = SITE.national.beside
    assert list(beside) == INDICATORS
    gaps = {"cod": "多 3.4", "ammonia_nitrogen": "少 1.2", "sulfur_dioxide": "多 5", "nitrogen_oxides": "多 5"}
    for indicator, gap in gaps.items():
        assert f"{gap}\u00a0个百分点。" in beside[indicator].told
        assert beside[indicator].goal == SITE.province.targets[indicator, "decrease"].address
    assert "全省和全国都要" in beside["energy_intensity"].told
    assert beside["energy_increment"].told.startswith("所引的国家方案原话定了全国能源消费的总量，没有定增量")
    assert beside["energy_increment"].goal == ""


def test_the_sentence_for_all_has_every_indicator_that_can_be_compared() -> None:
    (words,) = SITE.national.together
    for row in PACKAGE.tables["indicators"]:
        assert (row["name"] in words) == (row["indicator"] != "energy_increment")
    assert set(SITE.national.documents) == {row["url"] for row in PACKAGE.tables["national_targets"]}


def test_what_is_missing_on_either_side_is_said_so() -> None:
    no_nation = site(without_rows(PACKAGE, "national_targets", indicator="cod", change="decrease")).national
    assert "所引的国家方案原话没有化学需氧量的下降比例" in no_nation.beside["cod"].told
    no_province = site(without_rows(PACKAGE, "targets", indicator="cod", change="decrease")).national
    assert "第二条没有给化学需氧量定下降比例" in no_province.beside["cod"].told
    for national in (no_nation, no_province):
        assert national.beside["cod"].goal == ""
        assert "化学需氧量" not in "".join(national.together)
