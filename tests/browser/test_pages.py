"""One visit to every page: clean, accessible, no wider than the screen, whole without scripts, few requests."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import DESK, PHONE, Tab, Watch
from tests.browser.pages import KINDS, all_pages

PARTS = 8
REQUESTS = 6
PERIOD = "规划期（2016–2020 年）已结束"
#: what a reader must have without scripts: in the page as scripts left it, and in its HTML as it came
PARTS_OF_A_PAGE = ("main h1", "main table", "main figure svg", "main p")
COUNTS = """([html, selectors]) => {
  const plain = new DOMParser().parseFromString(html, 'text/html');
  return [document, plain].map(page => selectors.map(selector => page.querySelectorAll(selector).length));
}"""
#: tables and paragraphs that scripts put there: the answer to what a reader chose or asked
ADDED = {"explore/": 2, "search/": 2}


def wider(page: Page, width: int) -> list[str]:
    found = page.evaluate("document.documentElement.scrollWidth")
    return [f"{found} px wide on {width}"] if found > width else []


def phone_faults(watched: Watch, path: str, html: str) -> Iterator[str]:
    """What is wrong with a page on a phone in the light theme."""
    del watched.requests[:]
    page = watched.goto(path, until="networkidle" if path == "explore/" else "load")
    yield from wider(page, PHONE["width"])
    yield violations(page, colours=path in KINDS)
    scripted, plain = page.evaluate(COUNTS, [html, PARTS_OF_A_PAGE])
    if any(without < with_them - ADDED.get(path, 0) for with_them, without in zip(scripted, plain, strict=True)):
        yield f"without scripts there is less: {PARTS_OF_A_PAGE} {plain}, with them {scripted}"
    if plain[0] != 1 or page.get_by_text(PERIOD).count() != 1:
        yield "not one heading of the first rank, or not said once that these are targets of a period that is over"
    if path != "explore/" and len(watched.requests) > REQUESTS:
        yield f"{len(watched.requests)} requests: {watched.requests}"


def desk_faults(page: Page) -> Iterator[str]:
    """What is wrong with the same page on a desk in the dark theme."""
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="dark")
    yield from wider(page, DESK["width"])
    yield violations(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_clean_and_keeps_nobody_out(tab: Tab, site: Path, part: int) -> None:
    watched = tab(**PHONE, color_scheme="light")
    reports = []
    for path in all_pages(site)[part::PARTS]:
        faults = [*phone_faults(watched, path, (site / path / "index.html").read_text("utf-8"))]
        if path in KINDS:
            faults += desk_faults(watched.page)
        reports += [f"{path}: {fault}" for fault in [*faults, *watched.problems] if fault]
        watched.problems.clear()
    assert not reports, "\n".join(reports)


def styled(html: str) -> set[str]:
    """Every class and colour of a page."""
    classes = re.findall(r'\bclass="?([^">]*)', html)
    return {word for each in classes for word in each.split()} | {*re.findall(r'\b(?:fill|stroke)="[^"]*"', html)}


def test_the_pages_whose_colours_are_judged_show_every_class_and_colour(site: Path) -> None:
    pages = {path: styled((site / path / "index.html").read_text("utf-8")) for path in all_pages(site)}
    judged = set[str]().union(*(pages[path] for path in KINDS))
    assert len(judged) > 50
    assert {path: more for path, found in pages.items() if (more := found - judged)} == {}


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_every_page_in_every_size_and_theme(tab: Tab, site: Path, width: int, theme: str) -> None:
    watched = tab(width=width, color_scheme=theme)
    reports = []
    for path in all_pages(site):
        page = watched.goto(path, until="networkidle" if path == "explore/" else "load")
        reports += [f"{path}: {fault}" for fault in (*wider(page, width), violations(page)) if fault]
    assert not reports, "\n".join(reports)


def test_the_site_works_at_the_root_of_a_server(tab, root_server):
    watched = tab(base=root_server.url)
    for path in ("", "measures/5/", "cities/shenyang/"):
        watched.goto(path)


def test_an_address_that_is_not_there_has_a_helpful_page(tab, root_server):
    watched = tab(base=root_server.url)
    page = watched.goto("/measures/99/")
    assert page.locator("form[role=search]").count() == 1
    assert page.locator("main a").count() > 0
    watched.problems.clear()  # the missing page itself is what was asked for
