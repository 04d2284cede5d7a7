"""The indicators' pages: all cities in printed order, item 2 beside them, and the check in a sentence."""

import gzip
from functools import cache

import pytest

from scripts.package import Package, Row
from scripts.site.page import Page, page_file
from scripts.site.pages import indicators
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.sites import PACKAGE, SITE, site

INDICATORS = PACKAGE.tables["indicators"]
NAMES = [f"{row['name']}市" for row in PACKAGE.tables["cities"]]
#: gzip; charts and all, the theme's frame weighs about 3 KB more
BUDGET = 11_000

POLLUTED = {
    "cod": ("水污染物，同一类的还有氨氮。", "ammonia_nitrogen"),
    "ammonia_nitrogen": ("水污染物，同一类的还有化学需氧量。", "cod"),
    "sulfur_dioxide": ("空气污染物，同一类的还有氮氧化物。", "nitrogen_oxides"),
    "nitrogen_oxides": ("空气污染物，同一类的还有二氧化硫。", "sulfur_dioxide"),
}

each_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda row: row["indicator"])


def pages_of(package: Package) -> dict[str, Page]:
    return {page.address: page for page in indicators.pages(site(package))}


@cache
def real_pages() -> dict[str, Page]:
    return pages_of(PACKAGE)


@cache
def tree(indicator: str) -> Element:
    return document(real_pages()[f"indicators/{indicator}/"])


def lines(indicator: str) -> list[Element]:
    table = tree(indicator).all("table")[0]
    assert "data-sort" in table.attributes
    return table.all("tbody")[0].all("tr")


@each_indicator
def test_all_cities_stand_in_printed_order_and_printed_figures_lead_to_their_cell(indicator: Row) -> None:
    cities = [row for row in lines(indicator["indicator"]) if "sum" not in row.classes]
    assert [row.all("th")[0].text() for row in cities] == NAMES
    shown = {city["city"]: row.all("td") for city, row in zip(PACKAGE.tables["cities"], cities, strict=True)}
    links = {link.attributes["href"]: link.text() for cells in shown.values() for c in cells for link in c.all("a")}
    for row in PACKAGE.tables["city_targets"]:
        if row["indicator"] != indicator["indicator"]:
            continue
        assert row["value"] in [cell.text() for cell in shown[row["city"]]]
        if row["basis"] == "printed":
            assert links.pop(f"../../source/#p{row['source_start']}") == row["value"]
    assert not links


@each_indicator
def test_a_pollutant_says_what_it_pollutes_and_what_else_does(indicator: Row) -> None:
    (intro,) = tree(indicator["indicator"]).all("p", "intro")
    told, other = POLLUTED.get(indicator["indicator"], ("", ""))
    assert intro.text() == told + indicator["description"]
    assert [link.attributes["href"] for link in intro.all("a")] == ([f"../{other}/"] if other else [])


@each_indicator
def test_what_it_is_what_item_2_sets_and_how_the_check_came_out(indicator: Row) -> None:
    page, slug = tree(indicator["indicator"]), indicator["indicator"]
    assert indicator["description"] in page.text()
    facts = page.all("dl", "facts")[0]
    links = {link.attributes["href"] for link in facts.all("a")}
    targets = [row for row in PACKAGE.tables["targets"] if row["indicator"] == slug and row["measure"] == "2"]
    assert {f"../../measures/2/#t{row['target']}" for row in targets} <= links
    assert f"../../reconciliation/#{slug}" in links
    told = [check for check in SITE.checks[slug] if f"{check.told}{check.why}" in facts.text()]
    assert [f"{check.label} {check.sign}\u00a0{check.verdict}" in facts.text() for check in told] == [True]


@each_indicator
def test_a_page_has_its_data_its_neighbours_and_little_weight(indicator: Row) -> None:
    slug = indicator["indicator"]
    page = real_pages()[f"indicators/{slug}/"]
    assert [entry["url"] for entry in page.meta["data"]] == [
        f"indicators/{slug}.{form}" for form in ("xlsx", "csv", "json")
    ]
    assert page.meta["jsonld"]["@type"] == "Dataset"
    assert len(page.meta["local"]["items"]) == len(INDICATORS)
    assert ("prev" in page.meta, "next" in page.meta) == (indicator != INDICATORS[0], indicator != INDICATORS[-1])
    assert len(gzip.compress(page_file(page)[1])) < BUDGET


def test_the_provinces_figure_stands_in_line_with_the_cities_where_they_share_a_unit() -> None:
    *_, province = lines("sulfur_dioxide")
    cells = [(cell.text(), cell.classes) for cell in province.all("td") if cell.text()]
    assert cells == [("20", ["num", "p2"]), ("77.5\u00a0万吨", ["num"])]


def test_pollutants_have_two_charts_and_sums() -> None:
    assert [len(tree(row["indicator"]).all("svg")) for row in INDICATORS] == [0, 1, 2, 2, 2, 2]
    sums = [cell.text() for cell in lines("cod")[len(NAMES)].all("td")]
    assert sums == ["1167466.27", "", "996966.63", "170499.64", "84337.48", ""]


@each_indicator
def test_the_province_stands_beside_the_nation_with_both_sources(indicator: Row) -> None:
    slug, page = indicator["indicator"], tree(indicator["indicator"])
    (words,) = [element for element in page.all("p") if SITE.national.beside[slug].told in element.text()]
    links = [link.attributes["href"] for link in words.all("a")]
    goal = SITE.national.beside[slug].goal
    assert links == [*([f"../../{goal}"] if goal else []), *SITE.national.documents]
    assert "见于两处转载，没有与公布的原文逐字核对" in words.text()
    assert ("怎样分到各省，没有见到文件" in words.text()) == bool(goal)


def test_a_pollutants_page_has_what_must_be_cut_and_the_key_projects_part_of_it() -> None:
    for slug, share in {"cod": "40%–54%", "ammonia_nitrogen": "100%", "sulfur_dioxide": "74%"}.items():
        heads = [head.text() for head in tree(slug).all("thead")[0].all("th")]
        assert "应减排量（推算）（吨）" in heads
        assert f"{SITE.links.indicators[slug].title} {share}。" in tree(slug).text()
    assert "应减排量" not in tree("energy_increment").text()


def test_the_provinces_line_says_where_its_scope_is_another() -> None:
    for indicator in INDICATORS:
        *_, province = lines(indicator["indicator"])
        noted = indicator["indicator"] in {"sulfur_dioxide", "nitrogen_oxides"}
        assert ("口径不同" in province.all("th")[0].text()) == noted
    of_chart, mark = tree("sulfur_dioxide").all("mark")
    assert of_chart.text() == "推断：重点工程减排量也是这个范围。"
    assert not tree("cod").all("mark")
    assert mark.text().startswith("推断：重点工程减排量也不含")


def test_two_percentages_are_a_sentence_and_three_are_bars() -> None:
    (figure,) = tree("energy_intensity").all("figure")
    assert (
        figure.all("figcaption")[0]
        .text()
        .startswith("能耗强度要下降的比例：鞍山、抚顺、本溪、营口 16%，10 个市 15%；全省 15%。")
    )
    assert tree("energy_intensity").one("charts").text() == "各市的比例"
    assert tree("cod").one("charts").text() == "图"
    for suffix in ("svg", "csv", "vl.json"):
        assert (
            f"charts/indicators-energy_intensity-sizes.{suffix}" in real_pages()["indicators/energy_intensity/"].files
        )
    at = next(at for at, row in enumerate(PACKAGE.tables["city_targets"]) if row["indicator"] == "energy_intensity")
    page = document(pages_of(changed(PACKAGE, "city_targets", at, value="17"))["indicators/energy_intensity/"])
    assert len(page.all("svg")) == 1
    assert page.all("figcaption")[0].text().startswith("能耗强度要下降的比例：沈阳 17%，4 个市 16%，9 个市 15%；")


def test_the_annexes_own_note_stands_where_it_applies() -> None:
    noted = {row["indicator"] for row in INDICATORS if tree(row["indicator"]).all("div", "note")}
    assert noted == {"sulfur_dioxide", "nitrogen_oxides"}


def test_the_list_leads_to_every_indicator_and_to_the_provinces_targets() -> None:
    links = {link.attributes["href"] for link in document(real_pages()["indicators/"]).all("a")}
    assert {f"{row['indicator']}/" for row in INDICATORS} <= links
    assert {f"../measures/2/#t2.{number}" for number in range(1, 11)} <= links


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "indicators", 2, name=HOSTILE, description=HOSTILE)
    pages = pages_of(changed(package, "cities", 0, name=HOSTILE))
    for page in pages.values():
        names = {element.name for element in document(page).walk()}
        assert not names & {"script", "img", "em", "code"}
    assert document(pages["indicators/cod/"]).one("top").text() == f"{HOSTILE} COD"
