"""How pages lie on a phone and a desk, where a designer would look: nothing cut off, edges in line."""

import pytest

from tests.browser.conftest import DESK, PHONE

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


def test_a_table_that_is_read_across_is_whole_on_a_phone(tab):
    phone = tab(**PHONE)
    assert {path: cut for path in ACROSS if (cut := phone.goto(path).evaluate(CUT))} == {}


def test_blocks_of_an_article_end_on_one_line(page):
    for path in ("measures/11/", "cities/shenyang/", "indicators/cod/"):
        ends = page.goto(path).evaluate(ENDS)
        assert len(ends) > 2, path
        assert max(ends) - min(ends) <= 1, path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_headline_figures_stand_below_their_column_heads(tab, size):
    cells = tab(**size).goto("").evaluate(HEADS)
    heads = {column: (left, right) for name, column, left, right in cells if name == "TH"}
    figures = [(column, left, right) for name, column, left, right in cells if name == "TD"]
    assert len(figures) == 10
    for column, left, right in figures:
        assert min(right, heads[column][1]) - max(left, heads[column][0]) >= (right - left) / 2


def test_the_crumbs_name_a_page_as_its_heading_does(page):
    city = page.goto("cities/shenyang/")
    assert city.locator(".crumbs [aria-current]").inner_text() == city.locator("h1").inner_text()


def test_the_text_has_room_at_every_width(tab):
    for width in (320, 360, 600, 768, 959, 960, 1000, 1100, 1219, 1220, 1280, 1920):
        page = tab(width=width, height=700).goto("measures/17/")
        room = page.evaluate("document.querySelector('article h1').getBoundingClientRect().width")
        assert room >= min(width * 0.5, 560), width
