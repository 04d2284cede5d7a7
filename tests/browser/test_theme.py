"""What the theme does in a browser, on a small site of its own: by mouse, by keyboard, by touch, without scripts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.serve import Server
from tests.browser.conftest import DESK, PHONE, Tab
from tests.conftest import serve
from tests.theme_sample import build

FOCUS = """() => {
  const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
  return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
}"""
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site, finished = build(tmp_path_factory.mktemp("theme"), {})
    assert finished.findings == ()
    return site


@pytest.fixture(scope="module")
def sample_server(sample: Path) -> Iterator[Server]:
    with serve(sample, "/a/b/") as server:
        yield server


@pytest.fixture
def visit(tab: Tab, sample_server: Server) -> Open:
    """`visit("cities/a/", PHONE, has_touch=True)` opens a page of the sample in a tab of its own."""
    return lambda path, size, **options: tab(base=sample_server.url, **size, **options).goto(path)


def test_keyboard_reaches_everything_and_shows_where_it_is(visit: Open) -> None:
    page = visit("cities/a/", PHONE)
    count = page.evaluate("""() => [...document.querySelectorAll('a[href], button, input, [tabindex]')]
        .filter(e => e.offsetParent !== null || getComputedStyle(e).position === 'fixed').length""")
    for _ in range(count):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS), page.evaluate("document.activeElement.outerHTML")
    assert page.evaluate("document.activeElement.closest('.foot') !== null")


def test_skip_link_leads_to_the_text(visit: Open) -> None:
    page = visit("cities/a/", DESK)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities/a/#top")


def test_menu_of_a_phone_opens_shuts_and_gives_the_focus_back(visit: Open) -> None:
    page = visit("cities/a/", PHONE)
    button = page.get_by_role("button", name="菜单")
    menu = page.get_by_role("navigation", name="主导航")
    assert not menu.is_visible()
    button.press("Enter")
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "菜单"
    button.click()
    page.locator("h1").click()
    assert not menu.is_visible()


def test_contents_open_on_a_phone_and_follow_the_reader_on_a_desk(visit: Open) -> None:
    phone = visit("cities/a/", PHONE)
    phone.get_by_role("button", name="本页目录").click()
    phone.get_by_role("navigation", name="本页目录").get_by_role("link", name="二").click()
    phone.wait_for_url("**#two")
    desk = visit("cities/a/#two", {"width": 1280, "height": 300})
    desk.wait_for_selector(".toc a[href='#two'][aria-current]")
    assert desk.locator(".toc a[aria-current]").count() == 1


def test_theme_follows_the_system_until_the_reader_chooses(visit: Open) -> None:
    page = visit("", DESK, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="切换到浅色主题").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)" != dark
    page.reload()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="切换到深色主题").click()
    assert page.evaluate(ground) == dark


def test_wide_table_can_be_scrolled_by_keyboard_and_a_narrow_one_is_no_stop(visit: Open) -> None:
    region = visit("cities/a/", PHONE).get_by_role("region", name="表（可左右滚动）")
    assert region.get_attribute("tabindex") == "0"
    assert visit("about/", PHONE).locator(".table-wrap[tabindex]").count() == 0


def test_table_is_sorted_and_put_back(visit: Open) -> None:
    page = visit("cities/a/", DESK)

    def order() -> list[str]:
        return page.locator("tbody th").all_inner_texts()

    button = page.get_by_role("button", name="第 0 列")
    seen = []
    for _ in range(3):
        button.click()
        seen.append((order(), page.locator("thead th").nth(1).get_attribute("aria-sort")))
    assert seen == [
        (["乙", "甲", "全省"], "descending"),
        (["甲", "乙", "全省"], "ascending"),
        (["甲", "乙", "全省"], None),
    ]
    assert page.get_by_role("status").inner_text() == "已恢复原文顺序"


def test_links_and_texts_are_copied(visit: Open) -> None:
    page = visit("cities/a/", DESK, permissions=["clipboard-read", "clipboard-write"])
    copied = "navigator.clipboard.readText()"
    page.get_by_role("link", name="第 1 句的链接").click()
    page.get_by_text("已复制链接").wait_for()
    assert page.evaluate(copied) == page.url
    assert page.url.endswith("/cities/a/#s1")
    page.get_by_role("button", name="复制").click()
    page.get_by_text("已复制", exact=True).wait_for()
    assert page.evaluate(copied) == "引用的话"


def test_term_is_explained_by_mouse_keyboard_and_touch(visit: Open) -> None:
    desk = visit("cities/a/", DESK)
    tip = desk.get_by_role("tooltip")
    assert not tip.is_visible()
    desk.get_by_role("link", name="标准煤").hover()
    assert tip.is_visible()
    desk.keyboard.press("Escape")
    assert not tip.is_visible()
    desk.mouse.move(0, 0)
    desk.get_by_role("link", name="标准煤").focus()
    assert tip.is_visible()
    phone = visit("cities/a/", PHONE, has_touch=True)
    term = phone.get_by_role("link", name="标准煤")
    term.tap()
    assert phone.get_by_role("tooltip").is_visible()
    assert phone.url.endswith("/cities/a/")
    term.tap()
    phone.wait_for_url("**/about/")


def test_search_is_fetched_once_on_its_first_use(visit: Open) -> None:
    page = visit("cities/a/", DESK)
    scripts = page.locator("script[src*='search.']")
    assert scripts.count() == 0
    page.locator("#q").focus()
    page.locator("html[data-searches='1']").wait_for()
    page.locator("h1").click()
    page.locator("#q").focus()
    assert scripts.count() == 1


@pytest.mark.parametrize("key", ["/", "s", "k", "Control+k", "Meta+k"])
def test_no_key_is_taken_from_the_browser_or_from_assistive_technology(visit: Open, key: str) -> None:
    page = visit("cities/a/", DESK)
    page.evaluate("addEventListener('keydown', event => { window.taken = event.defaultPrevented; })")
    page.keyboard.press(key)
    assert page.evaluate("[window.taken, document.activeElement.tagName]") == [False, "BODY"]


def test_search_page_does_not_fetch_it_again(visit: Open) -> None:
    page = visit("search/", DESK)
    page.locator("#q").focus()
    page.locator("html[data-searches='1']").wait_for()
    assert page.locator("script[src*='search.']").count() == 1


def test_without_scripts_every_link_works(visit: Open) -> None:
    page = visit("cities/a/", PHONE, java_script_enabled=False)
    page.get_by_role("link", name="菜单").click()
    assert page.get_by_role("navigation", name="主导航").is_visible()
    page.get_by_role("link", name="本页目录").click()
    assert page.get_by_role("navigation", name="本页目录").get_by_role("link", name="二").is_visible()
    assert not page.get_by_role("button", name="切换到").is_visible()
    page.get_by_role("searchbox", name="搜索全站").fill("沈阳")
    page.get_by_role("button", name="搜索").click()
    page.wait_for_url("**/search/?q=%E6%B2%88%E9%98%B3")


def test_paper_has_the_address_and_the_citation_but_no_menus(visit: Open) -> None:
    page = visit("cities/a/#s1", DESK, color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#address").inner_text() == page.url.split("#")[0]
    assert page.get_by_text("引文").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for hidden in (".top", ".toc", ".local", ".next-prev", ".anchor", ".copy"):
        assert not page.locator(f"{hidden} >> visible=true").count(), hidden
