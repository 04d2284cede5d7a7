"""What readers change or bring along: forced colours, wider spacing, the Tab key, a finger, a list of a page's links."""

from itertools import pairwise

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import KINDS, all_pages

FILES = "a[href$='.csv'], a[href$='.json'], a[href$='.xlsx'], a[href$='.svg']"
NAMES = """links => links.map(link => [link.href, link.getAttribute('aria-label') || link.textContent.trim()])"""

#: what WCAG 1.4.12 lets readers set
SPACING = """* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }
p { margin-bottom: 2em !important; }"""
#: blocks of HTML whose words need more room than they have; what scrolls shows them all
CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
  if (!element.offsetParent || element.closest('svg, .vh, pre, .table-wrap[tabindex]')) return false;
  if (getComputedStyle(element).display === 'inline' || !element.clientWidth) return false;
  return element.scrollWidth > element.clientWidth + 1 && !element.querySelector('.vh');
}).map(element => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 20)}`)"""

#: where the focus goes: the top and bottom edge of everything that Tab reaches, line by line
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
  .filter(e => e.offsetParent && e.tabIndex >= 0 && !e.closest('details:not([open]) > :not(summary)') && !e.matches('.md-skip'))
  .map(e => {
    const {top, bottom} = e.getBoundingClientRect();
    return [top, bottom, (e.textContent || e.name || e.id).trim().slice(0, 20), e.matches('.table-wrap, pre')];
  })"""

#: the links of a table's cells that a finger would miss: from the middle of the cell's sides inwards all is the link
MISSED = """() => [...document.querySelectorAll('td.num > a:only-of-type, tbody th > a:only-of-type')].filter(link => {
  if (!link.offsetParent) return false;
  const cell = link.closest('td, th');
  cell.scrollIntoView({block: 'center', inline: 'center'});
  const {left, right, top, bottom} = cell.getBoundingClientRect();
  const x = (left + right) / 2, y = (top + bottom) / 2;
  const hit = [[left + 4, y], [right - 4, y], [x, top + 4], [x, bottom - 4]].map(at => document.elementFromPoint(...at));
  return right - left < 24 || bottom - top < 24 || hit.some(element => element && !link.contains(element));
}).map(link => link.closest('tr').innerText.slice(0, 30) + ' / ' + link.innerText)"""

#: the colours of the parts that forced colours once made invisible: [selector, edge's width, edge, ground, drawing]
DRAWN = """selector => {
  const element = document.querySelector(selector);
  const style = getComputedStyle(element), icon = element.querySelector('svg');
  return {edge: parseFloat(style.borderTopWidth), line: style.borderTopColor, ground: style.backgroundColor,
    icon: icon ? getComputedStyle(icon).fill : null, canvas: getComputedStyle(document.body).backgroundColor};
}"""
EDGED = ("#q", ".search > button", "#theme", ".tiles a", ".legend b")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_fields_buttons_and_tiles_have_edges(tab, scheme):
    page = tab(**DESK, color_scheme=scheme, forced_colors="active").goto("")
    for selector in EDGED:
        drawn = page.evaluate(DRAWN, selector)
        assert drawn["edge"] >= 1, selector
        assert drawn["line"] != drawn["canvas"], selector
        assert drawn["icon"] not in (drawn["ground"], drawn["canvas"]), selector


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_charts_and_marks_are_seen(tab, scheme):
    watched = tab(**DESK, color_scheme=scheme, forced_colors="active")
    page = watched.goto("reconciliation/")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    fills = page.eval_on_selector_all(
        "main .chart svg [fill]", "shapes => shapes.map(e => getComputedStyle(e).fill).filter(fill => fill !== 'none')"
    )
    assert len(set(fills)) > 1
    assert ground not in fills
    assert page.evaluate("getComputedStyle(document.querySelector('mark')).borderBottomStyle") == "dashed"


def test_with_wider_spacing_no_words_on_the_page_are_cut_off_on_a_phone(tab):
    watched = tab(**PHONE, bypass_csp=True)
    faults = {}
    for path in KINDS:
        page = watched.goto(path)
        page.add_style_tag(content=SPACING)
        page.evaluate("dispatchEvent(new Event('resize'))")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != "normal"
        faults[path] = page.evaluate(CUT)
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
            faults[path].append(f"{wide} px wide")
    assert {path: found for path, found in faults.items() if found} == {}


def test_on_a_phone_the_focus_never_goes_up_the_page(tab):
    watched = tab(**PHONE)
    for path in KINDS:
        stops = watched.goto(path).evaluate(STOPS)
        assert len(stops) > 10, path
        jumps = [
            (before[2], after[2]) for before, after in pairwise(stops) if after[1] <= before[0] + 2 and not before[3]
        ]
        assert jumps == [], path


def test_a_cell_with_one_link_is_the_link(tab):
    watched = tab(**PHONE)
    for path in ("", "cities/", "cities/shenyang/", "indicators/cod/", "reconciliation/", "departments/", "targets/"):
        page = watched.goto(path)
        assert page.locator("td.num > a, tbody th > a").count() > 5, path
        assert page.evaluate(MISSED) == [], path


def test_no_two_files_of_a_page_have_the_same_name(tab, site):
    plain = tab(java_script_enabled=False)
    for path in all_pages(site):
        if path in KINDS:
            found = dict(plain.goto(path).locator(FILES).evaluate_all(NAMES))
            assert len(set(found.values())) == len(found), (path, sorted(found.values()))


def test_a_chart_is_named_in_a_few_words_and_described_in_more(page):
    for path in ("cities/shenyang/", "indicators/cod/", "reconciliation/"):
        charts = page.goto(path).locator("main .chart svg")
        assert charts.count() > 0
        for chart in charts.all():
            name, words = (
                chart.evaluate("(svg, of) => document.getElementById(svg.getAttribute(of)).textContent", of)
                for of in ("aria-labelledby", "aria-describedby")
            )
            assert 0 < len(name) <= 40 < len(words), name
