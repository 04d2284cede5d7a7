"""What readers change or bring along: forced colours, a finger, a screen reader."""

import pytest

from tests.browser.conftest import DESK, PHONE

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


def test_a_cell_with_one_link_is_the_link(tab):
    watched = tab(**PHONE)
    for path in ("", "cities/", "cities/shenyang/", "indicators/cod/", "reconciliation/", "departments/", "targets/"):
        page = watched.goto(path)
        assert page.locator("td.num > a, tbody th > a").count() > 5, path
        assert page.evaluate(MISSED) == [], path


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
