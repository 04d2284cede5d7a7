"""How pages lie on a phone and a desk, where a designer would look: nothing cut off, edges in line."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.site.sites import PACKAGE

#: their tables are read across; the others on the site compare six indicators and more and may be scrolled
ACROSS = ("", "en/cities/tieling/", "cities/shenyang/", "cities/huludao/", "indicators/", "targets/", "corrections/")
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
    page = tab().goto("measures/17/")
    for width in (320, 360, 600, 768, 959, 960, 1000, 1100, 1219, 1220, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 700})
        room = page.evaluate("document.querySelector('article h1').getBoundingClientRect().width")
        assert room >= min(width * 0.5, 560), width


# --- the header ------------------------------------------------------------------------------------

#: the middle of the title and of each control, then the edges of the search and of the row that it stands in
BAR = """() => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  const middle = selector => Math.round((box(selector).top + box(selector).bottom) / 2);
  const search = box('.search'), row = box('.top__bar');
  return [['.brand', '#theme', '#language', '.tool--menu'].map(middle), middle('.search'), search.width, search.right, row.right];
}"""


@pytest.mark.parametrize("width", [320, 360, 720, 768])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_title_and_controls_share_a_row_and_the_search_fills_its_own(tab, folder, width):
    page = tab(width=width).goto(f"{folder}measures/17/")
    controls, search, wide, right, row = page.evaluate(BAR)
    assert len({*controls}) == 1, controls
    assert right == row - 16
    if width < 720:
        assert search > controls[0]
        assert wide == width - 32
    else:
        assert search == controls[0]


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_no_word_of_the_menu_is_broken(tab, folder, width):
    page = tab(width=width).goto(f"{folder}measures/17/")
    page.locator(".tool--menu").click()
    words = page.locator("#site-menu a").all_inner_texts()
    found = page.evaluate(BROKEN, ["#site-menu a", words])
    assert len(words) > 10
    assert [word for word, broken in found if broken] == []


# --- tables that scroll ----------------------------------------------------------------------------

SCROLLED = ("reconciliation/", "indicators/cod/", "en/indicators/cod/")
SCROLLED_TOO = (
    "indicators/sulfur_dioxide/",
    "cities/",
    "explore/",
    "rules/",
    "en/reconciliation/",
    "en/cities/",
    "en/explore/",
)
#: every table that scrolls, scrolled by steps of 17 px and left to come to rest: where it rests and what is wrong there
RESTS = """async () => {
  document.querySelectorAll('details').forEach(part => { part.open = true; });
  const wait = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  await wait();
  const wraps = [...document.querySelectorAll('.table-wrap')].filter(e => e.scrollWidth > e.clientWidth + 1);
  const faults = [];
  for (const wrap of wraps) {
    const first = wrap.querySelector('th');
    const fixed = getComputedStyle(first).position === 'sticky';
    const past = wrap.scrollWidth - wrap.querySelector('table').offsetWidth;
    if (past > 1) faults.push(`goes on ${past} px past its table`);
    const cells = [...wrap.querySelectorAll('th, td')].filter(cell =>
      cell.offsetWidth && cell.colSpan === 1 && !(fixed && cell.tagName === 'TH' && cell.cellIndex === 0));
    for (let step = 0; step < wrap.scrollWidth + 17; step += 17) {
      wrap.scrollLeft = step;
      await wait();
      const {left, right} = wrap.getBoundingClientRect();
      const edge = fixed ? first.getBoundingClientRect().right : left;
      const more = wrap.scrollLeft + wrap.clientWidth < wrap.scrollWidth - 1;
      const told = getComputedStyle(wrap).webkitMaskImage !== 'none';
      if (more !== told) faults.push(`at ${step}: ${more ? 'more' : 'no more'} at the right, which the edge does not say`);
      for (const cell of cells) {
        const box = cell.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(cell);
        const words = range.getBoundingClientRect();
        if (words.width && words.left < edge - 1 && words.right > edge + 1) faults.push(`at ${step}: cut ${cell.innerText}`);
        if (box.width > right - edge + 1) faults.push(`too wide: ${cell.innerText}`);
      }
    }
  }
  return [wraps.length, faults];
}"""
STACKED = """() => [...document.querySelectorAll('.stack tbody tr')].map(row => {
  const {left, right} = row.getBoundingClientRect();
  return [...row.cells].filter(cell => cell.offsetHeight).map(cell => [
    cell.innerText.replace(/\\s+/g, ' '), cell.getBoundingClientRect().left >= left - 1 && cell.scrollWidth <= right - left + 1]);
})"""


@pytest.mark.parametrize("path", [*SCROLLED, *(pytest.param(path, marks=pytest.mark.slow) for path in SCROLLED_TOO)])
def test_a_table_comes_to_rest_between_its_columns_wherever_it_was_scrolled_to(tab, path):
    page = tab(**PHONE).goto(path, until="networkidle" if path.endswith("explore/") else "load")
    tables, faults = page.evaluate(RESTS)
    assert tables > 0
    assert faults == []


def test_the_verdicts_stand_below_their_indicator_on_a_phone(tab, page):
    phone = tab(**PHONE).goto("reconciliation/")
    rows = phone.evaluate(STACKED)
    assert [row[0][0] for row in rows] == phone.locator("article h2").all_inner_texts()[1:7]
    assert ["增量上限 ▲ 各市更严", True] in rows[1]
    assert all(whole for row in rows for _, whole in row)
    assert phone.locator(".stack caption").bounding_box()["width"] > PHONE["width"] / 2
    session = phone.context.new_cdp_session(phone)
    roles = [node["role"]["value"] for node in session.send("Accessibility.getFullAXTree")["nodes"] if "role" in node]
    assert (roles.count("table"), roles.count("rowheader")) == (1, len(rows))
    desk = page.goto("reconciliation/").locator(".stack")
    assert desk.locator("thead").is_visible()
    assert not desk.locator("td .phone-only").first.is_visible()
    assert tab(width=768).goto("reconciliation/").evaluate(CUT) == []


NAMES = """() => [...document.querySelectorAll('.figures tbody th')].filter(head => head.colSpan === 1)
  .map(head => [head.offsetWidth, head.offsetHeight])"""


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_what_a_row_of_a_city_is_about_has_room(tab, folder, width):
    page = tab(width=width).goto(f"{folder}cities/tieling/")
    heads = page.evaluate(NAMES)
    assert len(heads) > 20
    assert min(wide for wide, _ in heads) >= 200
    assert max(high for _, high in heads) < 120, "four lines and their edges"
    assert page.evaluate(CUT) == []


# --- charts ----------------------------------------------------------------------------------------

ALONE = """() => [...document.querySelectorAll('.multiples')].map(group => {
  const {left, right} = group.getBoundingClientRect();
  const last = group.lastElementChild.getBoundingClientRect();
  const next = [...group.querySelectorAll('.downloads .anchor')].every(sign => {
    const [button, own] = [sign.previousElementSibling, sign].map(e => e && e.getBoundingClientRect());
    return !button || own.left > button.left && own.top < button.bottom;
  });
  return [Math.round(right - last.right), group.children.length % 2 ? Math.round(last.left - left) : 0, next];
})"""


@pytest.mark.parametrize("width", [768, 1280])
def test_the_last_chart_ends_where_the_text_does_and_no_sign_stands_alone(tab, width):
    for path in ("cities/tieling/", "indicators/energy_increment/", "reconciliation/"):
        rows = tab(width=width).goto(path).evaluate(ALONE)
        assert rows, path
        assert rows == [[0, 0, True]] * len(rows), path


# --- words and lines -------------------------------------------------------------------------------

LISTS = ("measures/", "measures/17/", "chapters/4/", "departments/environmental-protection-department/")
#: which of the given words stand on more than one line
BROKEN = """([selector, words]) => [...document.querySelectorAll(selector)].flatMap(element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) for (const word of words) {
    const at = walker.currentNode.data.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + word.length);
    found.push([word, new Set([...range.getClientRects()].filter(e => e.width > 1).map(e => e.top)).size > 1]);
  }
  return found;
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('#all-targets *')].filter(e => e.offsetHeight)
  .map(e => parseFloat(getComputedStyle(e).fontSize)))"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_name_of_a_department_in_a_list_stays_on_one_line(tab, width):
    watched = tab(width=width)
    names = [row["name"] for row in PACKAGE.tables["departments"]]
    for path in LISTS:
        found = watched.goto(path).evaluate(BROKEN, [".related small, .dept-list", names])
        assert found, path
        assert [name for name, broken in found if broken] == [], path


def test_the_question_of_the_check_breaks_between_its_words(tab):
    found = tab(**PHONE).goto("reconciliation/").evaluate(BROKEN, ["h1", ["各市加起来", "等于全省吗"]])
    assert found == [["各市加起来", False], ["等于全省吗", False]]


def test_a_title_that_fits_on_a_line_is_not_broken_within(tab):
    watched, titles = tab(**PHONE), {row["measure"]: row["title"] for row in PACKAGE.tables["measures"]}
    parts = [part for title in titles.values() for part in title.split("、")]
    listed = watched.goto("measures/").evaluate(BROKEN, [".related a", parts])
    assert {part for part, _ in listed} == {*parts}
    assert [part for part, broken in listed if broken] == []
    short = {number: title for number, title in titles.items() if 9 <= len(title) <= 11 and "、" not in title}
    assert len(short) > 10
    for number, title in short.items():
        assert watched.goto(f"measures/{number}/").evaluate(BROKEN, ["h1", [title]]) == [[title, False]]


def test_no_word_of_the_targets_is_too_small_to_read(tab):
    assert tab(**PHONE).goto("targets/").evaluate(SMALLEST) >= 13


def test_the_sign_of_a_sortable_column_takes_no_line_of_its_own(page):
    signs = page.goto("cities/").evaluate("""() => [...document.querySelectorAll('.sorter')].map(button =>
      [getComputedStyle(button, ':before').display, button.firstChild.nodeName])""")
    assert {tuple(sign) for sign in signs} == {("inline", "#text")}


# --- the source ------------------------------------------------------------------------------------

#: line numbers that stand upon printed words
COVERED = """() => [...document.querySelectorAll('.printed .anchor')].filter(anchor => {
  const number = anchor.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(anchor.parentNode);
  range.setStartAfter(anchor);
  return [...range.getClientRects()].some(words => words.left < number.right && words.right > number.left
    && words.top < number.bottom && words.bottom > number.top);
}).map(anchor => anchor.textContent)"""
LAST_FIGURE = ".printed table >> nth=4 >> tbody tr:last-child td:last-child"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_figure_of_the_annexes_is_shown_below_its_heads_and_says_what_it_is(tab, size):
    watched = tab(**size)
    start = watched.goto("source/").locator(LAST_FIGURE).get_attribute("id")
    page = watched.goto("indicators/nitrogen_oxides/")
    page.locator(f"a[href$='source/#{start}']").click()
    page.wait_for_url(f"**/source/#{start}")
    cell = page.locator(":target")
    boxes = [cell.bounding_box(), page.locator(".printed table >> nth=4 >> thead").bounding_box()]
    assert all(box["y"] >= 0 and box["y"] + box["height"] <= size["height"] for box in boxes), boxes
    label = cell.evaluate("cell => getComputedStyle(cell, ':before').content")
    assert label == '"附件 5：葫芦岛市，重点工程减排量"'


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_line_numbers_of_the_source_stand_beside_its_words(tab, size):
    page = tab(**size).goto("source/")
    assert page.locator(".printed .anchor").count() > 80
    assert page.evaluate(COVERED) == []


# --- while a page comes ----------------------------------------------------------------------------

SHIFTS = """() => new Promise(resolve => new PerformanceObserver(list =>
  resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({type: 'layout-shift', buffered: true})
  || setTimeout(() => resolve(0), 500))"""
#: half of what is counted as good
LEAST_SHIFT = 0.05


@pytest.mark.parametrize("path", ["targets/", "en/data/", "departments/environmental-protection-department/"])
def test_what_a_script_shows_moves_nothing(tab, path):
    page = tab(width=412, height=823).goto(path)
    assert page.evaluate(SHIFTS) < LEAST_SHIFT
    assert page.locator("#theme").is_visible()


def test_without_scripts_there_is_no_gap_for_what_they_show(tab):
    page = tab(**PHONE, java_script_enabled=False).goto("targets/")
    assert page.locator("#filters").bounding_box() is None
