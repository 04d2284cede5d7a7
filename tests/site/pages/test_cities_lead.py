"""What a city has to do in one sentence: it changes with the figures, with the annex's note and with what is missing."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scripts.site.model.figures import CityFigure
from scripts.site.pages.cities.lead import lead, promise
from scripts.site.text.texts import SPACE, english
from tests.site.sites import SITE, site

TEXT = SITE.text
NOTE = "各市2015年排放量不含省直管电厂"
INFERRED = f"附件自注“{NOTE}”（推断：重点工程也是这个范围）"


def figures(indicator: str, **values: str) -> list[CityFigure]:
    """铁岭's figures of an indicator, some of them changed."""
    own = SITE.figures.of_city("tieling", indicator)
    return [
        replace(each, value=values[each.quantity], amount=f"{values[each.quantity]} 吨")
        if each.quantity in values
        else each
        for each in own
    ]


def said(changed: Mapping[str, list[CityFigure]]) -> str:
    named = [(SITE.links.indicators[name].title, own) for name, own in changed.items()]
    return lead(TEXT, "铁岭市", named).replace(SPACE, " ")


@pytest.mark.parametrize(
    ("projects", "words"),
    [
        ("10301.54", "其中重点工程 10301.54 吨，约 50%"),
        ("20677.29", "其中重点工程 20677.29 吨，即全部"),
        ("20677.31", "其中重点工程 20677.31 吨，即全部"),
        ("20677.28", "其中重点工程 20677.28 吨，超过 99%"),
        ("20677.32", "重点工程列了 20677.32 吨，比它还多"),
        ("0.01", "其中重点工程 0.01 吨，不到 1%"),
    ],
)
def test_the_key_projects_part_follows_from_both_figures(projects: str, words: str) -> None:
    told = said({"cod": figures("cod", key_project_reduction=projects)})
    assert told == f"到 2020 年，铁岭市一年的排放量要比 2015 年减少（推算）：化学需氧量 20677.30 吨（{words}）。"


def test_the_annexs_note_stands_where_it_holds_and_nowhere_else() -> None:
    both = {name: figures(name) for name in ("sulfur_dioxide", "nitrogen_oxides")}
    assert said(both).count(INFERRED) == 1
    without = both | {"sulfur_dioxide": [replace(each, note="") for each in both["sulfur_dioxide"]]}
    first, second = said(without).split("；")
    assert [word in first for word in ("二氧化硫", "附件自注")] == [True, False]
    assert [word in second for word in ("氮氧化物", INFERRED)] == [True, True]
    other = both | {"sulfur_dioxide": [replace(each, note="另一条") for each in both["sulfur_dioxide"]]}
    assert "附件自注“另一条”" in said(other).split("；")[0]


def test_energy_is_told_as_printed_alone_or_with_the_rest() -> None:
    energy = {name: figures(name) for name in ("energy_intensity", "energy_increment")}
    assert said(energy) == "到 2020 年，铁岭市的能耗强度下降 15%，能耗增量不超过 102 万吨标准煤。"
    assert said(energy | {"cod": figures("cod")}).endswith("；能耗强度下降 15%，能耗增量不超过 102 万吨标准煤。")
    assert said({}) == ""


def test_beside_a_target_stands_the_province_as_far_as_they_compare() -> None:
    told = {
        name: promise(TEXT, next(f for f in figures(name) if f.quantity == "reduction_pct"))
        for name in ("cod", "ammonia_nitrogen", "sulfur_dioxide")
    }
    assert {key: tuple(word.replace(SPACE, " ") for word in pair) for key, pair in told.items()} == {
        "cod": ("下降 14.5%", "14 个市里从大到小并列第 2（3 个市），全省 13.4%"),
        "ammonia_nitrogen": ("下降 8.8%", "14 个市相同，全省 8.8%"),
        "sulfur_dioxide": ("下降 16.5%", "14 个市相同，全省 20%，口径不同"),
    }


def test_an_english_sentence_has_small_letters_within_and_thousands_apart() -> None:
    own = site(text=english())
    named = [
        (own.links.indicators[name].title, own.figures.of_city("tieling", name))
        for name in ("cod", "sulfur_dioxide", "energy_intensity", "energy_increment")
    ]
    told = lead(own.text, "Tieling", named).replace(SPACE, " ")
    assert told == (
        "By 2020, compared with 2015, Tieling has to cut its yearly emissions of the following (derived): chemical oxygen "
        "demand by 20,677.30 t (of which 10,301.54 t from key projects, about 50%); sulfur dioxide by 4,739.10 t (of which "
        "3,521.31 t from key projects, about 74%), where the annexes themselves note: “The 2015 emissions of the cities do "
        "not include power plants under direct provincial control” (inferred: the key projects have the same scope). Its "
        "other targets: energy intensity to fall by 15%, increase in energy consumption to be no more than 102 × 10,000 tce."
    )
    figure = next(each for each in own.figures.of_city("tieling", "sulfur_dioxide") if each.quantity == "reduction_pct")
    assert promise(own.text, figure) == ("to fall by 16.5%", "the same in all 14 cities, province 20%, different scope")
