"""The home page: ten figures of measure 2, every city on the grid, every chapter, the ways in."""

import gzip
from dataclasses import replace
from functools import cache

from scripts.package import Package
from scripts.site.page import page_file
from scripts.site.pages import home
from scripts.site.pages.home.topics import TOPICS, topics
from scripts.site.pages.home.view import PLACES, home_view
from tests.site.dom import HOSTILE, Element, changed, document, without_rows
from tests.site.sites import PACKAGE, SITE, site

(PAGE,) = home.pages(SITE)


def tree_of(package: Package) -> Element:
    (page,) = home.pages(site(package))
    return document(page)


@cache
def tree() -> Element:
    return document(PAGE)


def test_the_ten_figures_of_measure_2() -> None:
    (table,) = tree().all("table")
    cells = [cell.text() for cell in table.all("td") if cell.text()]
    targets = [row for row in PACKAGE.tables["targets"] if row["measure"] == "2"]
    expected = [row["value"] + ("%" if row["unit"] == "%" else "") for row in targets]
    assert len(cells) == 10
    assert sorted(cells) == sorted(expected)
    for row in targets:
        assert row["name"] in table.text()
        assert row["unit"] in table.text()


def test_one_sentence_sets_the_province_beside_the_nation_with_both_sources() -> None:
    (told,) = [line for line in tree().all("p") if SITE.national.together[0] in line.text()]
    assert [link.attributes["href"] for link in told.all("a")] == ["measures/2/", *SITE.national.documents]
    assert "没有与公布的原文逐字核对" in told.text()
    nobody = tree_of(without_rows(PACKAGE, "national_targets", change="decrease"))
    assert "全国" not in nobody.text()


def test_every_city_has_a_tile_of_its_own_that_leads_to_it() -> None:
    (grid,) = tree().all("ol", "tiles")
    tiles = grid.all("li")
    places = {tuple(tile.classes) for tile in tiles}
    assert len(tiles) == len(places) == len(PACKAGE.tables["cities"])
    links = {link.attributes["href"]: link.text() for link in grid.all("a")}
    for row in PACKAGE.tables["city_targets"]:
        if (row["indicator"], row["quantity"]) == ("cod", "reduction_pct"):
            assert links[f"cities/{row['city']}/"].endswith(f"{row['value']}%")
    assert "示意，非地图" in tree().text()
    assert "目标，非完成情况" in tree().text()


def test_only_figures_of_one_unit_have_their_points_below_each_other() -> None:
    (table,) = tree().all("table")
    limits = {cell.text(): cell.classes for cell in (row.all("td")[0] for row in table.all("tbody")[0].all("tr"))}
    assert limits.pop("") == ["num"]
    assert set(map(tuple, limits.values())) == {("num",)}
    cuts = {cell.text(): cell.classes for cell in (row.all("td")[1] for row in table.all("tbody")[0].all("tr"))}
    assert (cuts["13.4%"], cuts["20%"]) == (["num"], ["num", "p2"])


def test_places_lie_roughly_where_the_cities_do() -> None:
    north, south = PLACES["tieling"][0], PLACES["dalian"][0]
    assert north < PLACES["shenyang"][0] < PLACES["anshan"][0] < south
    assert PLACES["chaoyang"][1] < PLACES["shenyang"][1] < PLACES["fushun"][1]


def test_equal_figures_share_a_shade_and_larger_ones_are_darker() -> None:
    shaded = [(figure.value, shade) for _, _, shade, figure in home_view(SITE).tiles]
    assert set(shaded) == {("13.4", 1), ("14.5", 3), ("18", 5)}


def test_the_chapters_and_the_ways_in() -> None:
    links = {link.attributes["href"]: link.text() for link in tree().all("a")}
    assert {link: title for link, title in links.items() if link.startswith("chapters/")} == {
        f"chapters/{row['chapter']}/": f"第{row['label']}章 {row['title']}" for row in PACKAGE.tables["chapters"]
    }
    ways = [link.attributes["href"] for link in tree().all("ul", "cards")[0].all("a")]
    assert ways == ["cities/", "measures/", "departments/", "indicators/", "data/use/"]
    assert "explore/" in links


def test_a_city_without_a_place_is_listed() -> None:
    package = changed(PACKAGE, "cities", 13, city="newcity")
    rows = [{**row, "city": row["city"].replace("huludao", "newcity")} for row in PACKAGE.tables["city_targets"]]
    package = replace(package, tables={**package.tables, "city_targets": tuple(rows)})
    chips = tree_of(package).all("ul", "chips")
    assert [link.attributes["href"] for link in chips[0].all("a")] == ["cities/newcity/"]


def test_hostile_words_stay_words_and_the_page_is_light() -> None:
    html = tree_of(changed(changed(PACKAGE, "cities", 0, name=HOSTILE), "chapters", 0, title=HOSTILE))
    assert not {element.name for element in html.walk()} & {"script", "img", "em", "code"}
    assert html.text().count(HOSTILE) == 2
    assert len(gzip.compress(page_file(PAGE)[1])) < 4_000


def test_the_heading_is_the_title() -> None:
    (heading,) = tree().all("h1")
    assert heading.text() == PAGE.meta["title"]


def test_what_the_page_says_of_the_colour_is_true() -> None:
    said = "四种污染物里只有它各市不同"
    assert said in tree().text()
    row = next(i for i, row in enumerate(PACKAGE.tables["city_targets"]) if row["value"] == "8.8")
    assert said not in tree_of(changed(PACKAGE, "city_targets", row, value="8.9")).text()


def test_what_residents_ask_about_leads_to_measures_and_terms_that_there_are() -> None:
    made = topics(SITE)
    assert [topic for topic, *_ in made] == ["取暖", "空气", "污水", "垃圾", "出行", "农村", "水电气费", "企业"]
    for (_, measures, terms), (_, found, named) in zip(TOPICS, made, strict=True):
        assert [link.address for link in found] == [f"measures/{measure}/" for measure in measures]
        assert [link.address for link in named] == [f"glossary/#{term}" for term in terms]
    without = topics(site(without_rows(PACKAGE, "terms", term="heat-metering")))
    assert "供热计量" not in [link.title for link in without[0][2]]
