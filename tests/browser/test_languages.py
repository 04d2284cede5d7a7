"""Two languages in a browser: the switch keeps the place, and the other language of a sentence opens on demand."""

import pytest


@pytest.mark.parametrize(
    ("path", "twin"),
    [
        ("measures/5/#s9", "en/measures/5/#s9"),
        ("en/measures/5/?x=1#t5.1", "measures/5/?x=1#t5.1"),
        ("search/?q=COD", "en/search/?q=COD"),
    ],
)
def test_the_switch_leads_to_the_same_place_of_the_same_page(page, site_server, path, twin):
    opened = page.goto(path)
    opened.locator("#language").focus()
    opened.keyboard.press("Enter")
    opened.wait_for_url(site_server.url + twin)


def test_a_sentence_opens_in_the_other_language_by_keyboard(page):
    opened = page.goto("en/measures/5/")
    details, summary = opened.locator(".twin").first, opened.locator(".twin summary").first
    box = summary.bounding_box()
    assert box["height"] >= 24
    assert not details.locator("p").is_visible()
    summary.focus()
    opened.keyboard.press("Enter")
    assert details.locator("p").is_visible()
    assert details.locator("p").inner_text().startswith("加强传统能源")


def test_paper_has_the_other_language_only_where_the_reader_opened_it(page):
    opened = page.goto("en/measures/5/")
    opened.locator(".twin summary").nth(1).click()
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")
    shown = opened.locator(".twin p").evaluate_all("all => all.map(each => each.checkVisibility())")
    assert shown.index(True) == 1
    assert shown.count(True) == 1
    assert not opened.locator(".twin summary").first.is_visible()
    assert opened.locator("details.more").first.evaluate("details => details.open")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_name_of_a_city_stays_on_its_tile(tab, width):
    opened = tab(width=width).goto("en/")
    broken = opened.locator(".tiles b").evaluate_all(
        """all => all.filter(name => {
            const words = document.createRange();
            words.selectNodeContents(name);
            const box = words.getBoundingClientRect(), tile = name.parentNode.getBoundingClientRect();
            return words.getClientRects().length > 1 || box.left < tile.left - 1 || box.right > tile.right + 1;
        }).map(name => name.textContent)"""
    )
    assert broken == []
