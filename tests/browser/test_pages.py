"""One visit to a page of every kind and language: clean, accessible, in its width, whole without scripts, few requests."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import DESK, PHONE, Tab
from tests.browser.pages import ENGLISH, KINDS, all_pages
from tests.browser.test_permalinks import link_faults

PARTS = 8
#: where the colours are judged: they are the same in both languages, but for the Chinese title of an English page
COLOURED = (*KINDS, "en/measures/2/")
REQUESTS = 7
PERIOD = {"": "规划期（2016–2020 年）已结束", "en/": "The plan period (2016–2020) has ended"}
#: what a reader must have without scripts: in the page as scripts left it, and in its HTML as it came
PARTS_OF_A_PAGE = ("main h1", "main table", "main figure svg", "main p")
COUNTS = """([html, selectors]) => {
  const plain = new DOMParser().parseFromString(html, 'text/html');
  return [document, plain].map(page => selectors.map(selector => page.querySelectorAll(selector).length));
}"""
#: tables and paragraphs that scripts put there: the answer to what a reader chose or asked
ADDED = {"explore/": 2, "search/": 2}
FILES = "a[href$='.csv'], a[href$='.json'], a[href$='.xlsx'], a[href$='.svg']"
NAMES = """links => links.map(link => [link.href, link.getAttribute('aria-label') || link.textContent.trim()])"""
#: where the focus goes: the top and bottom edge of everything that Tab reaches, line by line
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
  .filter(e => e.offsetParent && e.tabIndex >= 0 && !e.closest('details:not([open]) > :not(summary)') && !e.matches('.md-skip'))
  .map(e => {
    const {top, bottom} = e.getBoundingClientRect();
    return [top, bottom, (e.textContent || e.name || e.id).trim().slice(0, 20), e.matches('.table-wrap, pre')];
  })"""
#: sets what WCAG 1.4.12 lets readers set, and finds the blocks whose words then need more room than they have
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }
p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
  dispatchEvent(new Event('resize'));
  const cut = [...document.querySelectorAll('body *')].filter(element =>
    element.clientWidth && element.scrollWidth > element.clientWidth + 1 && element.offsetParent
    && !element.closest('svg, .vh, pre, .table-wrap[tabindex]') && !element.querySelector('.vh')
    && getComputedStyle(element).display !== 'inline').map(element => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 20)}`);
  const wide = document.documentElement.scrollWidth, spaced = getComputedStyle(document.querySelector('h1')).letterSpacing;
  document.adoptedStyleSheets = [];
  return [spaced !== 'normal', wide, cut];
}"""


#: leaves of neighbours that look alike the first: their colours are the same, and axe asks for each of thousands
THINNED = """() => {
  const look = element => [...new Set([element, ...element.querySelectorAll('*')].map(each =>
    [each.tagName, ...['class', 'fill', 'stroke'].map(name => each.getAttribute(name))].join()))].sort().join();
  for (const parent of document.querySelectorAll('body *')) {
    const seen = new Set();
    for (const child of [...parent.children]) {
      const looks = look(child);
      if (seen.has(looks)) child.remove();
      seen.add(looks);
    }
  }
}"""


def wider(page: Page, width: int) -> list[str]:
    found = page.evaluate("document.documentElement.scrollWidth")
    return [f"{found} px wide on {width}"] if found > width else []


def whole_faults(page: Page, path: str, html: str) -> Iterator[str]:
    """What is wrong with a page as its HTML has it, beside what scripts made of it."""
    folder = "en/" * path.startswith("en/")
    scripted, plain = page.evaluate(COUNTS, [html, PARTS_OF_A_PAGE])
    added = ADDED.get(path.removeprefix(folder), 0)
    if any(without < with_them - added for with_them, without in zip(scripted, plain, strict=True)):
        yield f"without scripts there is less: {PARTS_OF_A_PAGE} {plain}, with them {scripted}"
    if plain[0] != 1 or page.get_by_text(PERIOD[folder]).count() < 1:
        yield "not one heading of the first rank, or not said that these are targets of a period that is over"
    names = dict(page.locator(FILES).evaluate_all(NAMES))
    if len(set(names.values())) < len(names):
        yield f"two files have one name: {sorted(names.values())}"


def phone_faults(page: Page, path: str) -> Iterator[str]:
    """What is wrong with a page on a phone in the light theme."""
    yield from (*wider(page, PHONE["width"]), *link_faults(page, path))
    stops = page.evaluate(STOPS)
    if len(stops) <= 10:
        yield "hardly anything that Tab reaches"
    for before, after in pairwise(stops):
        if after[1] <= before[0] + 2 and not before[3]:
            yield f"the focus goes up from {before[2]} to {after[2]}"
    spaced, wide, cut = page.evaluate(SPACED)
    if not spaced or wide > PHONE["width"] or cut:
        yield f"with wider spacing {wide} px wide, cut: {cut}"
    page.set_viewport_size({"width": 320, "height": 740})
    yield from wider(page, 320)


def desk_faults(page: Page, path: str) -> Iterator[str]:
    """What is wrong with the same page on a desk in the dark theme."""
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="dark")
    yield from (*wider(page, DESK["width"]), *link_faults(page, path))


def colour_faults(page: Page) -> Iterator[str]:
    """What is wrong with the colours of a page, there and on a phone in the light theme; leaves little of the page."""
    page.evaluate(THINNED)
    yield violations(page, colours=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    yield violations(page, colours=True)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_of_every_kind_and_language_is_clean_and_keeps_nobody_out(tab: Tab, site: Path, part: int) -> None:
    watched = tab(**PHONE, color_scheme="light")
    reports = []
    for path in (*KINDS, *ENGLISH)[part::PARTS]:
        chosen = path.endswith("explore/")
        del watched.requests[:]
        page = watched.goto(path, until="networkidle" if chosen else "load")
        requests = len(watched.requests)
        faults = [violations(page, colours=False)]
        faults += whole_faults(page, path, (site / path / "index.html").read_text("utf-8"))
        faults += [*phone_faults(page, path), *desk_faults(page, path)]
        if not chosen and requests > REQUESTS:
            faults.append(f"{requests} requests")
        faults += watched.problems
        if path in COLOURED:
            faults += colour_faults(page)
        reports += [f"{path}: {fault}" for fault in faults if fault]
        watched.problems.clear()
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(PHONE)
    assert not reports, "\n".join(reports)


def styled(html: str) -> set[str]:
    """Every class and colour of a page."""
    classes = re.findall(r'\bclass="?([^">]*)', html)
    return {word for each in classes for word in each.split()} | {*re.findall(r'\b(?:fill|stroke)="[^"]*"', html)}


def test_the_pages_whose_colours_are_judged_show_every_class_and_colour(site: Path) -> None:
    pages = {path: styled((site / path / "index.html").read_text("utf-8")) for path in all_pages(site)}
    judged = set[str]().union(*(pages[path] for path in COLOURED))
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
