"""The search page, and the page that lists everything that can be found, by kind, for readers without scripts."""

from scripts.site.pages import search
from scripts.site.search.entry import KINDS
from scripts.site.search.index import entries
from tests.site.dom import HOSTILE, changed, document
from tests.site.sites import PACKAGE, SITE, site

SEARCH, ALL = search.pages(SITE)
TREE = document(ALL)


def test_the_search_page_leads_to_the_list_of_everything() -> None:
    assert [link.attributes["href"] for link in document(SEARCH).one("search-intro").all("a")] == ["all/"]


def test_every_entry_is_listed_under_its_kind() -> None:
    assert [heading.attributes["id"] for heading in TREE.all("h2")] == list(KINDS)
    shown = [item.all("a")[0].text() for item in TREE.all("li")]
    assert shown == [entry.title for kind in KINDS for entry in entries(SITE) if entry.kind == kind]


def test_the_text_of_every_measure_and_every_figure_can_be_found_in_the_page() -> None:
    text = TREE.text()
    assert all(row["text"] in text for row in PACKAGE.tables["sentences"])
    assert all(row["value"] in text for row in PACKAGE.tables["city_targets"])


def test_a_measure_is_listed_without_its_numbers_and_others_with_their_names() -> None:
    items = {item.all("a")[0].attributes["href"]: item.all("small") for item in TREE.all("li")}
    assert items["../../measures/3/"] == []
    (names,) = items["../../cities/shenyang/"]
    assert "Shenyang" in names.text()


def test_hostile_words_stay_words() -> None:
    package = changed(PACKAGE, "terms", 0, name=HOSTILE, name_en=f"2 {HOSTILE}", definition=HOSTILE)
    _, page = search.pages(site(package))
    tree = document(page)
    assert not {element.name for element in tree.walk()} & {"script", "img", "em", "code"}
    assert tree.text().count(HOSTILE) == 3
