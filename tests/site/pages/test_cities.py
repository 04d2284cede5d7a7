"""The cities' pages: every figure of the annexes, each at its cell in the source, and no figure besides."""

import gzip
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest

from scripts.package import Package, Row
from scripts.site.page import Page, page_file
from scripts.site.pages import cities
from scripts.site.pages.cities.view import city_view
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.sites import PACKAGE, SITE, site

CITIES = PACKAGE.tables["cities"]
#: gzip; charts and all, the theme's frame weighs about 3 KB more
BUDGET = 14_000

each_city = pytest.mark.parametrize("city", CITIES, ids=lambda row: row["city"])


def pages_of(package: Package) -> dict[str, Page]:
    return {page.address: page for page in cities.pages(site(package))}


@cache
def real_pages() -> dict[str, Page]:
    return pages_of(PACKAGE)


@cache
def tree(city: str) -> Element:
    return document(real_pages()[f"cities/{city}/"])


def rows(city: Row) -> list[Row]:
    return [row for row in PACKAGE.tables["city_targets"] if row["city"] == city["city"]]


def lines(city: str) -> list[list[Element]]:
    """The cells of every line of the page's first table."""
    table = tree(city).all("table")[0]
    return [cells for row in table.all("tr") if len(cells := row.all("td")) == 4]


@each_city
def test_every_printed_figure_leads_to_its_cell(city: Row) -> None:
    shown = {link.attributes["href"]: link.text() for cells in lines(city["city"]) for link in cells[0].all("a")}
    for row in rows(city):
        if row["basis"] == "printed":
            assert shown.pop(f"../../source/#p{row['source_start']}").rstrip("%") == row["value"]
            assert PACKAGE.text[int(row["source_start"]) :].startswith(row["as_printed"])
    assert not shown


@each_city
def test_every_figure_stands_in_the_table_once(city: Row) -> None:
    shown = [cells[0].text().rstrip("%") for cells in lines(city["city"])]
    assert sorted(shown) == sorted(row["value"] for row in rows(city))


@each_city
def test_derived_limits_show_their_formula(city: Row) -> None:
    found = {}
    for cell in tree(city["city"]).all("table")[1].all("td"):
        emissions, reduction, limit = re.findall(r"\d[\d.]*(?=%|$| )", cell.text().replace("（1 ", ""))
        found[limit] = Decimal(emissions) * (1 - Decimal(reduction) / 100)
    derived = [row["value"] for row in rows(city) if row["basis"] == "derived"]
    assert set(found) == set(derived)
    for limit, exact in found.items():
        assert exact.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(limit)


@each_city
def test_the_province_stands_beside(city: Row) -> None:
    links = {link.attributes["href"]: link.text() for cells in lines(city["city"]) for link in cells[1].all("a")}
    targets = [row for row in PACKAGE.tables["targets"] if row["measure"] == "2"]
    assert set(links) == {f"../../measures/2/#t{row['target']}" for row in targets}
    for row in targets:
        assert links[f"../../measures/2/#t{row['target']}"].startswith(row["value"])


@each_city
def test_the_note_on_power_plants_stands_where_it_applies(city: Row) -> None:
    notes = [note.text() for note in tree(city["city"]).all("div", "note")]
    (said,) = {row["note"] for row in rows(city) if row["note"]}
    assert len(notes) == 1
    assert f"二氧化硫、氮氧化物的附件自注：“{said}”" in notes[0]


@each_city
def test_a_page_has_its_charts_data_and_neighbours(city: Row) -> None:
    page = real_pages()[f"cities/{city['city']}/"]
    assert len(tree(city["city"]).all("svg")) == 2
    assert all("目标值，非完成情况" in caption.text() for caption in tree(city["city"]).all("figcaption"))
    assert [entry["url"] for entry in page.meta["data"]] == [
        f"cities/{city['city']}.json",
        f"cities/{city['city']}.csv",
    ]
    assert len(page.meta["local"]["items"]) == len(CITIES)
    assert ("prev" in page.meta) == (city["position"] != "1")
    assert len(page.meta["description"]) <= 160
    assert len(gzip.compress(page_file(page)[1])) < BUDGET
    identifiers = [e.attributes["id"] for e in tree(city["city"]).walk() if "id" in e.attributes]
    assert len(identifiers) == len(set(identifiers))


def test_the_list_compares_all_cities_with_the_province() -> None:
    page = document(real_pages()["cities/"])
    (table,) = page.all("table")
    *cities, province = table.all("tbody")[0].all("tr")
    assert [row.all("th")[0].text() for row in cities] == [f"{city['name']}市" for city in CITIES]
    assert province.classes == ["sum"]
    assert [cell.text() for cell in province.all("td")] == ["15", "3550", "13.4", "8.8", "20", "20"]
    assert [cell.text() for cell in cities[0].all("td")] == ["15", "620", "18", "8.8", "16.5", "17.2"]
    assert cities[0].all("td")[2].classes == ["num", "p2"]
    links = {link.attributes["href"] for link in page.all("a")}
    assert {f"{city['city']}/" for city in CITIES} <= links


def test_hostile_words_stay_words() -> None:
    package = changed(changed(PACKAGE, "cities", 0, name=HOSTILE), "city_targets", 44, note=HOSTILE)
    for page in pages_of(package).values():
        names = {element.name for element in document(page).walk()}
        assert not names & {"script", "img", "em", "code"}
    assert document(pages_of(package)["cities/shenyang/"]).one("top").text() == f"{HOSTILE}市"


def test_views_follow_the_order_of_the_annexes() -> None:
    assert list(SITE.links.cities) == [city["city"] for city in CITIES]
    assert [group.annex for group in city_view(SITE, "shenyang").groups] == ["1", "1", "2", "3", "4", "5"]
