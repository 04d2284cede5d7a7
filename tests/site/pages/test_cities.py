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


def amount(row: Row) -> str:
    return SITE.text.quantity(row["value"], row["unit"])


def lines(city: str) -> list[list[Element]]:
    """The cells of every line of the page's first table."""
    table = tree(city).all("table")[0]
    return [cells for row in table.all("tr") if len(cells := row.all("td")) == 4]


@each_city
def test_every_printed_figure_leads_to_its_cell(city: Row) -> None:
    shown = {link.attributes["href"]: link.text() for cells in lines(city["city"]) for link in cells[0].all("a")}
    for row in rows(city):
        if row["basis"] == "printed":
            assert shown.pop(f"../../source/#p{row['source_start']}") == amount(row)
            assert PACKAGE.text[int(row["source_start"]) :].startswith(row["as_printed"])
    assert not shown


@each_city
def test_every_figure_stands_in_the_table_once(city: Row) -> None:
    shown = [cells[0].text() for cells in lines(city["city"])]
    assert sorted(shown) == sorted(amount(row) for row in rows(city))


@each_city
def test_what_is_derived_shows_its_formulas(city: Row) -> None:
    found = []
    for cell in tree(city["city"]).all("table")[1].all("td"):
        first, second = (child for child in cell.children if isinstance(child, str))
        emissions, reduction, limit = re.findall(r"\d[\d.]*(?=%|$| )", first.replace("（1 ", ""))
        exact = Decimal(emissions) * (1 - Decimal(reduction) / 100)
        assert exact.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(limit)
        assert second == f"{emissions} − {limit} = {Decimal(emissions) - Decimal(limit)}"
        found += [limit, second.rpartition(" ")[2]]
    assert found == [row["value"] for row in rows(city) if row["basis"] == "derived"]


@each_city
def test_the_province_stands_beside(city: Row) -> None:
    links = {link.attributes["href"]: link.text() for cells in lines(city["city"]) for link in cells[1].all("a")}
    targets = [row for row in PACKAGE.tables["targets"] if row["measure"] == "2"]
    assert set(links) == {f"../../measures/2/#t{row['target']}" for row in targets}
    for row in targets:
        assert links[f"../../measures/2/#t{row['target']}"].startswith(row["value"])
    noted = {row["value"] for row in rows(city) if row["note"]}
    for cells in lines(city["city"]):
        marked = bool(cells[1].text()) and cells[0].text().removesuffix("\u00a0吨").rstrip("%") in noted
        assert cells[1].text().endswith("口径不同") == marked


@each_city
def test_the_note_on_power_plants_stands_where_it_applies(city: Row) -> None:
    notes = [note.text() for note in tree(city["city"]).all("div", "note")]
    (said,) = {row["note"] for row in rows(city) if row["note"]}
    assert len(notes) == 1
    assert f"二氧化硫、氮氧化物的附件自注：“{said}”" in notes[0]
    heads = [head.text() for head in tree(city["city"]).all("th") if head.attributes.get("scope") == "rowgroup"]
    assert [said in head for head in heads] == [False] * 4 + [True] * 2
    of_chart, mark = tree(city["city"]).all("mark")
    assert of_chart.text() == "推断：重点工程减排量也是这个范围。"
    assert mark.text() == "推断：是，因为各市的重点工程减排量都是这一列 2015 年排放量的同一个比例。"


def test_without_one_share_nothing_speaks_for_one_scope() -> None:
    checks = PACKAGE.tables["reconciliation"]
    at = next(
        i for i, row in enumerate(checks) if row["indicator"] == "sulfur_dioxide" and row["reason"] == "one_share"
    )
    package = changed(PACKAGE, "reconciliation", at, verdict="differs", reason="no_share", cities_value="")
    mark = document(pages_of(package)["cities/tieling/"]).all("mark")[-1]
    assert mark.text() == "推断：这里把两者当作同一个范围来比。"


@each_city
def test_a_page_has_its_charts_data_and_neighbours(city: Row) -> None:
    page = real_pages()[f"cities/{city['city']}/"]
    assert len(tree(city["city"]).all("svg")) == 3
    tags = [caption.all("small")[0].text() for caption in tree(city["city"]).all("figcaption")]
    assert tags == ["目标，非完成情况", "目标、推算，非完成情况", "2015 年基数、目标，非完成情况"]
    own = [f"cities/{city['city']}.{form}" for form in ("xlsx", "csv", "json")]
    assert [entry["url"] for entry in page.meta["data"]] == own
    assert len(page.meta["local"]["items"]) == len(CITIES)
    assert ("prev" in page.meta) == (city["position"] != "1")
    assert len(page.meta["description"]) <= 160
    assert len(gzip.compress(page_file(page)[1])) < BUDGET
    identifiers = [e.attributes["id"] for e in tree(city["city"]).walk() if "id" in e.attributes]
    assert len(identifiers) == len(set(identifiers))


def test_the_first_thing_said_is_what_the_city_has_to_cut() -> None:
    heading, first = [element for element in tree("tieling").walk() if element.name in ("h1", "p")][:2]
    assert heading.name == "h1"
    assert first.text().replace("\u00a0", " ") == (
        "到 2020 年，铁岭市一年的排放量要比 2015 年减少（推算）：化学需氧量 20677.30 吨（其中重点工程 10301.54 吨，约 50%）、"
        "氨氮 652.95 吨（其中重点工程 652.95 吨，即全部）；二氧化硫 4739.10 吨（其中重点工程 3521.31 吨，约 74%）、"
        "氮氧化物 4875.83 吨（其中重点工程 4387.07 吨，约 90%），附件自注“各市2015年排放量不含省直管电厂”"
        "（推断：重点工程也是这个范围）；能耗强度下降 15%，能耗增量不超过 102 万吨标准煤。"
    )


def test_what_must_be_cut_is_split_into_the_key_projects_and_the_rest() -> None:
    caption, words = (tree("tieling").all(name)[1].text().replace("\u00a0", " ") for name in ("figcaption", "svg"))
    assert caption.startswith(
        "重点工程占铁岭应减排量的多少：化学需氧量约 50%，氨氮全部，二氧化硫约 74%，氮氧化物约 90%。"
        "其余靠什么减，方案没有说明。二氧化硫、氮氧化物的附件自注“各市2015年排放量不含省直管电厂”。推断："
    )
    for line in (
        "化学需氧量：应减 20677.30 吨（推算）",
        "重点工程 10301.54 吨，约 50%",
        "其余 10375.76 吨",
        "重点工程 652.95 吨，全部",
    ):
        assert line in words
    assert words.count("其余 ") == 2 * 3, "where the key projects are all of it, there is no rest"


def test_key_projects_that_cut_more_than_is_required_leave_no_rest_and_no_question() -> None:
    rows = PACKAGE.tables["city_targets"]
    package = PACKAGE
    for at, row in enumerate(rows):
        if row["city"] == "tieling" and row["quantity"] == "key_project_reduction":
            package = changed(package, "city_targets", at, value="99999.99")
    caption = document(pages_of(package)["cities/tieling/"]).all("figcaption")[1].text()
    assert "化学需氧量比应减的多，" in caption
    assert "其余" not in caption


def test_a_city_that_has_nothing_to_cut_has_no_such_chart() -> None:
    package = PACKAGE
    for at, row in enumerate(PACKAGE.tables["city_targets"]):
        if row["city"] == "tieling" and row["quantity"] in ("required_reduction", "key_project_reduction"):
            package = changed(package, "city_targets", at, value="0.00")
    page = pages_of(package)["cities/tieling/"]
    assert "charts/cities-tieling-projects.csv" not in page.files
    assert len(document(page).all("figure")) == 2


def test_the_list_compares_all_cities_with_the_province() -> None:
    page = document(real_pages()["cities/"])
    (table,) = page.all("table")
    *cities, province = table.all("tbody")[0].all("tr")
    assert [row.all("th")[0].text() for row in cities] == [f"{city['name']}市" for city in CITIES]
    assert province.classes == ["sum"]
    assert [cell.text() for cell in province.all("td")] == ["15", "3550", "13.4", "8.8", "20 口径不同", "20 口径不同"]
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
