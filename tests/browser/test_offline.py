"""The site from a disk: opened as a file, without a server, its links, search and chart of choices work as when served."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from scripts.files import replace_folder
from scripts.package import read_files
from scripts.postbuild.offline import offline_form
from tests.browser.conftest import Tab, Watch
from tests.search.box import shown, status

DRAWN = "#explore-chart[data-ready='{}']"
#: query → how it is answered: by the first part of the index, by both
QUERIES = {"沈阳 氨氮": "all", "旧衣服捐到哪里": "part"}


@pytest.fixture(scope="module")
def disk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the form for a disk, in a folder whose name is no address as it stands."""
    folder = tmp_path_factory.mktemp("U 盘") / "100%"
    replace_folder(folder, offline_form(read_files(site)))
    return folder.as_uri() + "/"


def assert_files_only(watched: Watch) -> None:
    """Nothing came from elsewhere, and no folder was opened, which a browser would show as a listing."""
    assert watched.requests
    strange = [url for url in watched.requests if not url.startswith(watched.base) or urlsplit(url).path.endswith("/")]
    assert not strange


def follow(page: Page, selector: str, ends: str) -> None:
    page.click(selector)
    page.wait_for_url(f"**/{ends}")
    assert page.locator("h1").count() == 1


def answers(page: Page, base: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """What the box says and shows for each query: address and figure of every result, as served."""
    made = []
    for query, kind in QUERIES.items():
        page.fill("#q", query)
        page.focus("#q")
        page.wait_for_selector(f"[data-answer={kind}]")
        results = [(result.address.replace("index.html", ""), result.value) for result in shown(page, base)]
        made.append((status(page), results))
    return made


def test_links_work_without_scripts(tab: Tab, disk: str) -> None:
    watched = tab(base=disk, java_script_enabled=False)
    page = watched.goto("index.html")
    follow(page, ".tiles a[href*=shenyang]", "cities/shenyang/index.html")
    follow(page, ".menu a[href*=measures]", "measures/index.html")
    follow(page, "main a[href='17/index.html']", "measures/17/index.html")
    follow(page, "main a[href*='source/']", "source/index.html#*")
    follow(page, ".brand", "index.html")
    page.fill("#q", "锅炉")
    page.press("#q", "Enter")
    page.wait_for_url("**/search/index.html?q=*")
    follow(page, "#search-intro a", "search/all/index.html")
    assert_files_only(watched)


def test_links_lead_to_files_and_the_search_answers_as_when_served(tab: Tab, page: Watch, disk: str) -> None:
    watched = tab(base=disk)
    local = watched.goto("index.html")
    follow(local, ".tiles a[href*=dalian]", "cities/dalian/index.html")
    assert answers(local, disk) == answers(page.goto(), page.base)
    follow(local, ".search-panel .found a", "measures/20/index.html*")
    local.fill("#q", "沈阳 氨氮")
    local.click("#search button")
    local.wait_for_url("**/search/index.html?q=*")
    follow(local, "#search-results .found a", "cities/shenyang/index.html#figures")
    assert_files_only(watched)


def test_choices_are_drawn(tab: Tab, disk: str) -> None:
    watched = tab(base=disk)
    explore = watched.goto("explore/index.html?indicator=ammonia_nitrogen&cities=shenyang")
    explore.wait_for_selector(DRAWN.format(1))
    explore.check("input[value=dalian]")
    explore.wait_for_selector(DRAWN.format(2))
    assert explore.url.endswith("&cities=shenyang,dalian")
    cells = explore.locator("#explore-table tbody tr:not([hidden]) :is(th, td.chosen)").all_inner_texts()
    drawn = explore.locator("#explore-chart .role-mark text").all_text_contents()
    assert drawn == [*cells[::2], *(cell.strip() for cell in cells[1::2])]
    assert_files_only(watched)


def test_what_is_kept_in_the_browser_and_printed(tab: Tab, disk: str) -> None:
    watched = tab(base=disk, color_scheme="light")
    page = watched.goto("cities/shenyang/index.html")
    address = page.text_content(".paper p:last-child")
    page.click("#theme")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.text_content(".paper p:last-child") == address
    assert "file:" not in str(address)
    watched.goto("glossary/index.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
