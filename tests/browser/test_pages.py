"""Every kind of page in a browser: clean, accessible on phone and desk in both themes, whole without scripts."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.pages import KINDS

PHONE, DESK = 360, 1280
#: what a theme can break; all rules ran on the same document before, and on a phone run in test_every_page.py
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
#: tables and paragraphs that scripts put there: the answer to what a reader chose or asked
ADDED = {"explore/": 2, "search/": 2}


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_clean_fits_and_keeps_nobody_out(tab, path):
    watched = tab(width=DESK, color_scheme="light")
    page = watched.goto(path, until="networkidle" if path == "explore/" else "load")
    check(page, DESK)
    page.emulate_media(color_scheme="dark")
    check(page, DESK, **COLOURS)
    page.set_viewport_size({"width": PHONE, "height": 740})
    check(page, PHONE, **COLOURS)


def check(page: Page, width: int, **only: Any) -> None:
    """Nothing is wider than the screen, and no rule of axe-core is broken, of all or of those in `only`."""
    assert page.evaluate("document.documentElement.scrollWidth") == width
    result = Axe().run(page, options=only)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("path", KINDS)
def test_without_scripts_everything_is_there(tab, path):
    with_scripts = tab().goto(path).locator("main")
    without = tab(java_script_enabled=False).goto(path).locator("main")
    for part in ("h1", "table", "figure svg", "p"):
        assert without.locator(part).count() >= with_scripts.locator(part).count() - ADDED.get(path, 0)
    assert without.locator("h1").count() == 1


@pytest.mark.parametrize("path", KINDS)
def test_a_page_says_once_that_these_are_targets_and_the_period_is_over(page, path):
    opened = page.goto(path)
    assert opened.get_by_text("规划期（2016–2020 年）已结束").count() == 1
    assert opened.locator("html").get_attribute("lang") == "zh-CN"


@pytest.mark.parametrize("path", ["", "measures/5/", "cities/shenyang/"])
def test_the_site_works_at_the_root_of_a_server(tab, root_server, path):
    tab(base=root_server.url).goto(path)


def test_an_address_that_is_not_there_has_a_helpful_page(tab, root_server):
    watched = tab(base=root_server.url)
    page = watched.goto("/measures/99/")
    assert page.locator("form[role=search]").count() == 1
    assert page.locator("main a").count() > 0
    watched.problems.clear()  # the missing page itself is what was asked for
