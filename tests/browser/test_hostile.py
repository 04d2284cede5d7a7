"""Text of the source and of etc/ can't become markup: on the page, in JSON and in the search it stays text."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import hostile
from tests.browser.conftest import PHONE, Tab, Watch
from tests.building import build_site, copy_inputs, with_drawings
from tests.conftest import serve
from tests.hostile import EVIL, NAME, PRINTED, TERM
from tests.search.box import ask, ready

WHERE = {"SITE_URL": "https://example.org/x", "REPO_URL": "https://example.org/r"}
#: page → strings that stand on it as text
PAGES = {
    f"measures/{hostile.ITEM_TITLE}/": (PRINTED, NAME),
    f"measures/{hostile.ITEM_TEXT}/": (PRINTED, EVIL),
    f"measures/{hostile.ITEM_TERM}/": (TERM, EVIL),
    f"measures/{hostile.TARGET.partition('.')[0]}/": (EVIL, NAME),
    f"chapters/{hostile.CHAPTER}/": (PRINTED,),
    f"departments/{hostile.DEPARTMENT}/": (NAME, EVIL),
    f"cities/{hostile.CITY}/": (PRINTED,),
    f"indicators/{hostile.INDICATOR}/": (EVIL, PRINTED),
    "": (PRINTED,),
    "measures/": (PRINTED,),
    "cities/": (PRINTED,),
    "indicators/": (EVIL,),
    "departments/": (NAME,),
    "targets/": (EVIL,),
    "glossary/": (TERM, EVIL),
    "source/": (PRINTED, NAME),
    "data/": (EVIL,),
    "data/dictionary/": (EVIL,),
    "explore/": (PRINTED,),
}


@pytest.fixture(scope="module")
def evil_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from the hostile package; the checks, MkDocs and the finishing step accept it."""
    folder = with_drawings(copy_inputs(tmp_path_factory.mktemp("hostile")))
    hostile.spoil(folder / "datapackage")
    return build_site(folder, **WHERE)


@pytest.fixture(scope="module")
def base(evil_site: Path) -> Iterator[str]:
    with serve(evil_site, "/a/b/") as server:
        yield server.url


class Markup(HTMLParser):
    """What of a page could act: handlers, scripts, and elements that only the strings would have brought."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_data = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.in_data = tag == "script" and ("type", "application/ld+json") in attributes
        for name, value in attributes:
            if name.startswith("on") or (name in ("href", "src", "action") and (value or "").startswith("javascript")):
                self.found.append(f"{tag} {name}={value}")
        if tag == "img" and ("src", "x") in attributes:
            self.found.append("img src=x")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and not self.in_data and "alert" in data:
            self.found.append(f"script: {data}")


def test_no_page_holds_it_as_markup(evil_site: Path) -> None:
    for path in sorted([*evil_site.rglob("*.html"), *evil_site.rglob("*.svg")]):
        parser = Markup()
        parser.feed(path.read_text("utf-8"))
        assert parser.found == [], path


@pytest.fixture
def evil_tab(tab: Tab, base: str) -> Watch:
    """A tab of a phone on the hostile site, where a dialog is a problem, too."""
    watched = tab(**PHONE, base=base)
    watched.page.on("dialog", lambda dialog: watched.problems.append(f"dialog: {dialog.message}"))
    return watched


def test_pages_show_it_as_text(evil_tab: Watch) -> None:
    for address, strings in PAGES.items():
        page = evil_tab.goto(address, until="networkidle" if address == "explore/" else "load")
        text = page.evaluate("document.body.textContent")
        page.evaluate("document.querySelectorAll('.tip').forEach(tip => tip.remove())")  # they stand within the words
        text += page.evaluate("document.body.textContent")
        assert [words for words in strings if words not in text] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address
        evil_tab.assert_clean()


def test_json_holds_it_as_it_is(evil_site: Path) -> None:
    for path in evil_site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    city = json.loads((evil_site / f"cities/{hostile.CITY}.json").read_text("utf-8"))
    item = json.loads((evil_site / f"measures/{hostile.ITEM_TITLE}.json").read_text("utf-8"))
    assert f"葫芦岛{PRINTED}" in json.dumps(city, ensure_ascii=False).replace('\\"', '"')
    assert f"加强电力需求侧管理{PRINTED}" in json.dumps(item, ensure_ascii=False).replace('\\"', '"')


def test_search_shows_it_as_text(evil_tab: Watch) -> None:
    page = evil_tab.goto("measures/5/")
    ready(page)
    for query in ("葫芦岛", "<script>alert", "电力公司", "evil"):
        assert ask(page, evil_tab.base, query), query
        assert "<script>" in page.locator(".search-panel").inner_text(), query
