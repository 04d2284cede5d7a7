"""Pictures of charts: drawn in the browser when asked for, in the colours of the reader's theme, never in black."""

from typing import Any

import pytest

#: Draws the picture once more and counts its pixels of each colour.
PIXELS = """async picture => {
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  const counts = {};
  for (let at = 0; at < data.length; at += 4) {
    const colour = [data[at], data[at + 1], data[at + 2], data[at + 3]].join();
    counts[colour] = (counts[colour] || 0) + 1;
  }
  return counts;
}"""
#: The colour of a token of the style sheet as pixels have it.
TOKEN = """name => {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim().slice(1);
  const digits = value.length === 6 ? value : [...value].map(digit => digit + digit).join("");
  return [0, 2, 4].map(at => parseInt(digits.slice(at, at + 2), 16)).concat(255).join();
}"""
CHARTS = {"cities/tieling/": 3, "indicators/sulfur_dioxide/": 2, "reconciliation/": 7}


def kept(page: Any, number: int = 0) -> Any:
    """The picture of a page's chart, drawn."""
    figure = page.locator("figure.chart:has(button.picture)").nth(number)
    figure.locator("button.picture").click()
    picture = figure.locator(".kept img")
    picture.wait_for()
    return picture


#: one page in each theme on every run
PICTURED = {("cities/tieling/", "light"), ("indicators/sulfur_dioxide/", "dark")}


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        pytest.param(path, scheme, marks=[] if (path, scheme) in PICTURED else [pytest.mark.slow])
        for path in CHARTS
        for scheme in ("light", "dark")
    ],
)
def test_a_picture_has_the_colours_of_the_theme(tab, path, scheme):
    watched = tab(color_scheme=scheme)
    page = watched.goto(path)
    colours = {name: page.evaluate(TOKEN, f"--{name}") for name in ("bg", "fg", "s1", "line", "strong", "warn-bg")}
    assert page.locator("button.picture").count() == CHARTS[path]
    for number in range(CHARTS[path]):
        pixels = kept(page, number).evaluate(PIXELS)
        total = sum(pixels.values())
        assert pixels[colours["bg"]] > total / 4
        for name, least in (("fg", 300), ("s1", 500), ("warn-bg", 500)):
            assert pixels.get(colours[name], 0) > least, (number, name)
        assert pixels.get("0,0,0,255", 0) == 0, "what is not resolved is black in an image"
        assert all(colour.endswith(",255") for colour in pixels), "no part is left without its ground"
    watched.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pale_bars_and_their_edges_are_in_the_picture(tab, scheme):
    page = tab(color_scheme=scheme).goto("cities/tieling/")
    pixels = kept(page, 2).evaluate(PIXELS)
    for name in ("line", "strong"):
        assert pixels.get(page.evaluate(TOKEN, f"--{name}"), 0) > 500, name


def test_nothing_is_fetched_or_stands_there_before_it_is_asked_for(tab):
    watched = tab()
    page = watched.goto("cities/tieling/")
    assert not [address for address in watched.requests if "/assets/picture." in address]
    assert page.locator(".kept").count() == 0
    before = len(watched.requests)
    kept(page)
    kept(page)
    kept(page, 1)
    fetched = [address for address in watched.requests[before:] if not address.startswith("data:")]
    assert len(fetched) == 1, "one script, once"
    assert "/assets/picture." in fetched[0]


def test_a_picture_can_be_pressed_or_downloaded_and_is_drawn_once(tab):
    page = tab(width=360, height=740).goto("cities/tieling/")
    picture = kept(page)
    kept(page)
    assert page.locator(".kept img").count() == 1
    assert picture.get_attribute("alt") == "铁岭与全省要下降的比例"
    assert picture.get_attribute("src").startswith("data:image/png;base64,")
    assert picture.evaluate("picture => picture.naturalWidth") >= 1000
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    with page.expect_download() as download:
        page.locator(".kept a").click()
    assert download.value.suggested_filename == "铁岭与全省要下降的比例.png"
    assert page.evaluate("document.activeElement.parentElement.className") == "kept no-print"


def test_without_scripts_no_button_is_offered(tab):
    page = tab(java_script_enabled=False).goto("cities/tieling/")
    assert page.locator("button.picture:visible").count() == 0


def test_the_chart_of_ones_own_choice_can_be_kept(tab):
    page = tab().goto("explore/")
    page.wait_for_selector("#explore-chart svg path")
    pixels = kept(page).evaluate(PIXELS)
    assert pixels.get(page.evaluate(TOKEN, "--s1"), 0) > 500
    assert pixels.get("0,0,0,255", 0) == 0
