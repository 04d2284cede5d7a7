"""The home page: ten figures of item 2, every city on the grid, every chapter, the ways in."""

import gzip
from dataclasses import replace
from functools import cache

from scripts.package import Package
from scripts.site.page import page_file
from scripts.site.pages import home
from scripts.site.pages.home.view import PLACES, home_view
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.sites import PACKAGE, SITE, site

(PAGE,) = home.pages(SITE)


def tree_of(package: Package) -> Element:
    (page,) = home.pages(site(package))
    return document(page)


@cache
def tree() -> Element:
    return document(PAGE)


def test_the_ten_figures_of_item_2() -> None:
    (table,) = tree().all("table")
    cells = [cell.text() for cell in table.all("td") if cell.text()]
    targets = [row for row in PACKAGE.tables["targets"] if row["measure"] == "2"]
    expected = [row["value"] + ("%" if row["unit"] == "%" else "") for row in targets]
    assert len(cells) == 10
    assert sorted(cells) == sorted(expected)
    for row in targets:
        assert row["name"] in table.text()
        assert row["unit"] in table.text()


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
    assert "目标值，非完成情况" in tree().text()


def test_places_lie_roughly_where_the_cities_do() -> None:
    north, south = PLACES["tieling"][0], PLACES["dalian"][0]
    assert north < PLACES["shenyang"][0] < PLACES["anshan"][0] < south
    assert PLACES["chaoyang"][1] < PLACES["shenyang"][1] < PLACES["fushun"][1]


def test_equal_figures_share_a_shade_and_larger_ones_are_darker() -> None:
    shaded = [(figure.value, shade) for _, _, shade, figure in home_view(SITE).tiles]
    assert set(shaded) == {("13.4", 1), ("14.5", 3), ("18", 5)}


def test_the_chapters_and_the_ways_in() -> None:
    links = [link.attributes["href"] for link in tree().all("a")]
    assert [link for link in links if link.startswith("chapters/")] == [f"chapters/{n}/" for n in range(1, 13)]
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
