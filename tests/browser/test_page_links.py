"""The line below the heading of every page that can be cited: cite, share, download."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import all_pages

MAY_COPY = ["clipboard-read", "clipboard-write"]
NO_SHARING = "Object.defineProperty(Navigator.prototype, 'share', {value: undefined})"
SHARING = """window.shared = [];
Object.defineProperty(Navigator.prototype, 'share', {value: page => {
  shared.push(page);
  return window.failure ? Promise.reject(new DOMException('x', failure)) : Promise.resolve();
}});"""
COPIED = "navigator.clipboard.readText()"
#: the line with what its links lead to, and the smallest side of what can be pressed in it
LINE = """line => ({
  after: line.previousElementSibling.tagName,
  words: line.innerText.replace(/\\s/g, ' '),
  found: [...line.querySelectorAll("a[href^='#']")].map(link => document.querySelector(link.hash) !== null),
  least: Math.min(...[...line.querySelectorAll('a, button')].flatMap(each => {
    const {width, height} = each.getBoundingClientRect();
    return [width, height];
  })),
})"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_with_a_citation_has_the_line(tab, site, size):
    watched = tab(**size, permissions=MAY_COPY)
    kinds = {
        path.split("/")[0]: path
        for path in all_pages(site)
        if not path.startswith("en/") and 'id="cite"' in (site / path / "index.html").read_text()
    }
    kinds.pop("about", None)  # written by a person, for the whole site
    assert {*kinds} == {"cities", "indicators", "measures", "departments", "reconciliation", "data"}
    for kind, path in kinds.items():
        told = watched.goto(path).locator(".take").evaluate(LINE)
        assert (told["after"], told["found"]) == ("H1", [True, True]), path
        assert told["words"] == "引用 · 分享 · 下载" + " · 和别的市比" * (kind == "cities"), path
        assert told["least"] >= 24, path


def test_the_link_to_compare_opens_all_cities_with_what_differs_most_plainly(page):
    page.goto("cities/tieling/").get_by_role("link", name="和别的市比").click()
    page.page.wait_for_selector("#explore-figure:not([hidden])")
    chosen = [page.page.locator(f"#explore-{name}").input_value() for name in ("indicator", "quantity")]
    assert chosen == ["cod", "reduction_pct"]
    assert page.page.locator("input[name=city]:checked").count() == 14


def test_no_page_with_a_citation_is_without_it(site):
    for path in all_pages(site):
        text = (site / path / "index.html").read_text("utf-8")
        assert text.count('class="take no-print"') == ('class="cite no-print"' in text), path


def test_without_a_way_to_share_title_and_address_are_copied(tab):
    watched = tab(permissions=MAY_COPY)
    watched.page.add_init_script(NO_SHARING)
    page = watched.goto("cities/dalian/#cite")
    page.get_by_role("button", name="分享").click()
    page.get_by_text("已复制标题和网址").wait_for()
    assert page.evaluate(COPIED) == f"{page.title()}\n{watched.base}cities/dalian/"


def test_a_device_that_shares_is_given_title_and_address(tab):
    watched = tab(permissions=MAY_COPY)
    watched.page.add_init_script(SHARING)
    page = watched.goto("measures/14/")
    page.evaluate("navigator.clipboard.writeText('before')")
    button = page.get_by_role("button", name="分享")
    for failure in ("", "AbortError"):
        page.evaluate("name => { window.failure = name; }", failure)
        button.click()
    assert page.evaluate("shared") == [{"title": page.title(), "url": page.url}] * 2
    assert page.evaluate(COPIED) == "before"
    page.evaluate("() => { window.failure = 'NotAllowedError'; }")
    button.click()
    page.get_by_text("已复制标题和网址").wait_for()
    assert page.evaluate(COPIED) == f"{page.title()}\n{page.url}"


def test_without_scripts_nothing_is_offered_that_does_nothing(tab):
    page = tab(java_script_enabled=False).goto("cities/dalian/")
    assert page.locator(".take").evaluate(LINE)["words"] == "引用 · 下载 · 和别的市比"
