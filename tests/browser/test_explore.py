"""The page of choices in a browser: chart and table follow, the address keeps them, and the policy holds."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

DRAWN = "#explore-chart[data-ready='{}']"
BARS = "#explore-chart .mark-rect path"
ROWS = "#explore-table tbody tr:not([hidden])"


def names(explore):
    return [row.locator("th").inner_text() for row in explore.locator(ROWS).all()]


def texts(explore):
    return explore.locator("#explore-chart .role-mark text").all_text_contents()


def figures(explore):
    cells = explore.locator("#explore-table tbody tr:not([hidden]) td.chosen").all_inner_texts()
    return [cell.strip() for cell in cells]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_chart_and_table_show_the_same_in_one_order(tab, width, scheme):
    explore = tab(width=width, color_scheme=scheme).goto("/explore/")
    explore.wait_for_selector(DRAWN.format(14))
    shown = figures(explore)
    assert [float(value) for value in shown] == sorted(map(float, shown), reverse=True)
    assert names(explore) + shown == texts(explore)
    assert explore.locator(BARS).count() == 14
    page = explore.locator("html")
    assert page.evaluate("e => e.scrollWidth") <= width


def test_a_choice_stands_in_the_address_and_comes_back_with_it(page):
    explore = page.goto("/explore/")
    explore.wait_for_selector(DRAWN.format(14))
    explore.select_option("#explore-indicator", "energy_increment")
    explore.select_option("#explore-sort", "up")
    explore.uncheck("input[value=dalian]")
    explore.wait_for_selector(DRAWN.format(13))
    query = parse_qs(urlsplit(explore.url).query)
    assert query["indicator"] == ["energy_increment"]
    assert query["quantity"] == ["increment_limit"]
    assert query["sort"] == ["up"]
    assert "dalian" not in query["cities"][0]
    before = (names(explore), figures(explore), explore.inner_text("#explore-caption"))
    again = page.goto(explore.url)
    again.wait_for_selector(DRAWN.format(13))
    assert (names(again), figures(again), again.inner_text("#explore-caption")) == before
    assert not again.is_checked("input[value=dalian]")


def test_an_address_that_makes_no_sense_shows_everything(page):
    explore = page.goto("/explore/?indicator=%3Cscript%3E&quantity=x&sort=1&cities=&y=2")
    explore.wait_for_selector("#explore-figure:not([hidden])")
    assert explore.input_value("#explore-indicator") == "cod"
    assert explore.inner_text("#explore-caption") == "请至少选一个市。"
    assert names(explore) == []
    explore.click("#explore-all")
    explore.wait_for_selector(DRAWN.format(14))
    explore.click("#explore-none")
    explore.wait_for_selector("#explore-chart", state="hidden")


def test_printed_order_is_that_of_the_annexes(page):
    explore = page.goto("/explore/?sort=printed&cities=huludao,anshan,shenyang")
    explore.wait_for_selector(DRAWN.format(3))
    assert names(explore) == ["沈阳", "鞍山", "葫芦岛"]


def test_a_bar_tells_its_figures(page):
    explore = page.goto("/explore/?cities=shenyang,dalian")
    explore.wait_for_selector(DRAWN.format(2))
    bar = explore.locator(BARS).first
    bar.scroll_into_view_if_needed()
    bar.hover()
    tip = explore.wait_for_selector(".vega-tip:not([hidden])")
    words = tip.inner_text()
    for part in ("沈阳", "241522.89", "吨", "第 1", "20.69%"):
        assert part in words


def test_what_is_shown_can_be_kept(page, tmp_path):
    explore = page.goto("/explore/?indicator=sulfur_dioxide&quantity=emissions_2020_limit&cities=shenyang,dalian")
    explore.wait_for_selector(DRAWN.format(2))
    kept = {}
    for kind in ("svg", "csv", "vl.json"):
        with explore.expect_download() as download:
            explore.click(f"[data-save='{kind}']")
        assert download.value.suggested_filename == f"sulfur_dioxide-emissions_2020_limit.{kind}"
        path = tmp_path / kind
        download.value.save_as(path)
        kept[kind] = path.read_text("utf-8")
    assert kept["csv"].splitlines() == [
        "city,name,indicator,quantity,value,unit,basis,note",
        "dalian,大连,sulfur_dioxide,emissions_2020_limit,86161.65,吨,derived,各市2015年排放量不含省直管电厂",
        "shenyang,沈阳,sulfur_dioxide,emissions_2020_limit,84582.33,吨,derived,各市2015年排放量不含省直管电厂",
    ]
    assert [row["text"] for row in json.loads(kept["vl.json"])["data"]["values"]] == ["86161.65", "84582.33"]
    assert kept["svg"].startswith("<svg")


def test_another_theme_draws_in_its_colours(tab):
    explore = tab(color_scheme="light").goto("/explore/?cities=shenyang")
    explore.wait_for_selector(DRAWN.format(1))
    light = explore.locator(BARS).first.get_attribute("fill")
    explore.click("#theme")
    explore.wait_for_function(f"document.querySelector(\"{BARS}\").getAttribute('fill') !== '{light}'")


def test_vega_is_fetched_here_only_and_from_here(page):
    explore = page.goto("/explore/")
    explore.wait_for_selector(DRAWN.format(14))
    assert [request for request in page.requests if "vega" in request]
    assert explore.evaluate("Object.keys(window).filter(name => /vega/i.test(name))") == ["vegaEmbed"]
    assert explore.evaluate("document.querySelectorAll('head style, body style').length") == 0
    del page.requests[:]
    page.goto("/cities/shenyang/")
    assert not [request for request in page.requests if "vega" in request]


def test_without_scripts_the_whole_table_is_there(tab):
    explore = tab(width=360, java_script_enabled=False).goto("/explore/?cities=shenyang")
    assert explore.locator(ROWS).count() == 14
    assert explore.locator("#explore-table tbody td").count() == 14 * 22
    assert not explore.locator("#explore").is_visible()
    assert not explore.locator("#explore-figure").is_visible()
