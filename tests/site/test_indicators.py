"""The indicators' pages: all cities in printed order, item 2 beside them, and the check in a sentence."""

import gzip
from functools import cache

import pytest

from scripts.package import Package, Row, read_package
from scripts.site.page import Page, page_file
from scripts.site.pages.indicators import indicators_pages
from scripts.site.settings import Settings
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.making import MADE, Charts
from tests.support import REAL

PACKAGE = read_package(REAL)
INDICATORS = PACKAGE.tables["indicators"]
NAMES = [f"{row['name']}市" for row in PACKAGE.tables["cities"]]
#: gzip; charts and all, the theme's frame weighs about 3 KB more
BUDGET = 11_000

each_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda row: row["indicator"])


def pages_of(package: Package) -> dict[str, Page]:
    return {page.address: page for page in indicators_pages(package, Settings(), Charts(package))}


@cache
def real_pages() -> dict[str, Page]:
    return pages_of(PACKAGE)


@cache
def tree(indicator: str) -> Element:
    return document(real_pages()[f"indicators/{indicator}/"])


def body(indicator: Row) -> list[Element]:
    return tree(indicator["indicator"]).all("table")[0].all("tbody")[0].all("tr")


@each_indicator
def test_all_cities_stand_in_printed_order(indicator: Row) -> None:
    cities = [row for row in body(indicator) if "sum" not in row.classes]
    assert [row.all("th")[0].text() for row in cities] == NAMES
    table = tree(indicator["indicator"]).all("table")[0]
    assert "data-sort" in table.attributes


@each_indicator
def test_every_figure_stands_in_the_table_and_printed_ones_lead_to_their_cell(indicator: Row) -> None:
    shown = [cell for row in body(indicator)[: len(NAMES)] for cell in row.all("td")]
    words = [cell.text() for cell in shown]
    links = {link.attributes["href"]: link.text() for cell in shown for link in cell.all("a")}
    for row in PACKAGE.tables["city_targets"]:
        if row["indicator"] != indicator["indicator"]:
            continue
        assert row["value"] in words
        if row["basis"] == "printed":
            assert links.pop(f"../../source/#p{row['source_start']}") == row["value"]
    assert not links


def test_the_provinces_figure_stands_in_line_with_the_cities_where_they_share_a_unit() -> None:
    *_, province = body({"indicator": "sulfur_dioxide"})
    cells = [(cell.text(), cell.classes) for cell in province.all("td") if cell.text()]
    assert cells == [("20", ["num", "p2"]), ("77.5\u00a0万吨", ["num"])]


@each_indicator
def test_what_it_is_and_what_item_2_sets(indicator: Row) -> None:
    page = tree(indicator["indicator"])
    assert indicator["description"] in page.text()
    links = {link.attributes["href"] for link in page.all("dl", "facts")[0].all("a")}
    targets = [row for row in PACKAGE.tables["targets"] if row["indicator"] == indicator["indicator"]]
    assert {f"../../measures/2/#t{row['target']}" for row in targets if row["measure"] == "2"} <= links
    assert f"../../reconciliation/#{indicator['indicator']}" in links


@each_indicator
def test_the_check_is_told_in_the_packages_words(indicator: Row) -> None:
    said = tree(indicator["indicator"]).all("dl", "facts")[0].text()
    explanations = [
        r["explanation"] for r in PACKAGE.tables["reconciliation"] if r["indicator"] == indicator["indicator"]
    ]
    assert sum(explanation in said for explanation in explanations) == 1


@each_indicator
def test_front_matter_and_weight(indicator: Row) -> None:
    page = real_pages()[f"indicators/{indicator['indicator']}/"]
    slug = indicator["indicator"]
    assert [entry["url"] for entry in page.meta["data"]] == [f"indicators/{slug}.json", f"indicators/{slug}.csv"]
    assert page.meta["jsonld"]["@type"] == "Dataset"
    assert len(gzip.compress(page_file(page, MADE)[1])) < BUDGET


def test_pollutants_have_two_charts_and_sums() -> None:
    assert [len(tree(row["indicator"]).all("svg")) for row in INDICATORS] == [1, 1, 2, 2, 2, 2]
    sums = [cell.text() for cell in body(INDICATORS[2])[len(NAMES)].all("td")]
    assert sums == ["1167466.27", "", "996966.63", "84337.48", ""]


def test_the_annexes_own_note_stands_where_it_applies() -> None:
    noted = {row["indicator"] for row in INDICATORS if tree(row["indicator"]).all("div", "note")}
    assert noted == {"sulfur_dioxide", "nitrogen_oxides"}


def test_the_list_leads_to_every_indicator() -> None:
    page = document(real_pages()["indicators/"])
    links = {link.attributes["href"] for link in page.all("a")}
    assert {f"{row['indicator']}/" for row in INDICATORS} <= links
    assert {f"../measures/2/#t2.{number}" for number in range(1, 11)} <= links


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "indicators", 2, name=HOSTILE, description=HOSTILE)
    pages = pages_of(changed(package, "cities", 0, name=HOSTILE))
    for page in pages.values():
        names = {element.name for element in document(page).walk()}
        assert not names & {"script", "img", "em", "code"}
    assert document(pages["indicators/cod/"]).one("top").text() == f"{HOSTILE} COD"
