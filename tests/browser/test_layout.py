"""How pages lie on a phone and a desk, where a designer would look: nothing cut off, edges in line."""

import pytest

PHONE, DESK = 360, 1280
#: their tables are read across; the others on the site compare six indicators and more and may be scrolled
ACROSS = ("", "cities/shenyang/", "cities/huludao/", "indicators/", "targets/", "corrections/")
CUT = """() => [...document.querySelectorAll('.table-wrap')]
  .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.innerText.slice(0, 20))"""
ENDS = """() => [...document.querySelectorAll(
    'article .target-list, article .related, article .facts, article pre, article .sticky table, .next-prev')]
  .map(e => Math.round(e.getBoundingClientRect().right))"""
HEADS = """() => [...document.querySelectorAll('.headline tr')].flatMap(row => [...row.cells].slice(1)).map(cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const {left, right} = range.getBoundingClientRect();
    return [cell.tagName, cell.cellIndex, left, right];
  }).filter(([, , left, right]) => right > left)"""


@pytest.mark.parametrize("path", ACROSS)
def test_a_table_that_is_read_across_is_whole_on_a_phone(tab, path):
    assert tab(width=PHONE).goto(path).evaluate(CUT) == []


@pytest.mark.parametrize("path", ["measures/11/", "cities/shenyang/", "indicators/cod/"])
def test_blocks_of_an_article_end_on_one_line(tab, path):
    ends = tab(width=DESK).goto(path).evaluate(ENDS)
    assert len(ends) > 2
    assert max(ends) - min(ends) <= 1


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_headline_figures_stand_below_their_column_heads(tab, width):
    cells = tab(width=width).goto("").evaluate(HEADS)
    heads = {column: (left, right) for name, column, left, right in cells if name == "TH"}
    figures = [(column, left, right) for name, column, left, right in cells if name == "TD"]
    assert len(figures) == 10
    for column, left, right in figures:
        assert min(right, heads[column][1]) - max(left, heads[column][0]) >= (right - left) / 2


def test_the_crumbs_name_a_page_as_its_heading_does(tab):
    page = tab().goto("cities/shenyang/")
    assert page.locator(".crumbs [aria-current]").inner_text() == page.locator("h1").inner_text()
