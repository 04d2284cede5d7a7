"""The page of choices in a browser: chart and table follow, the address keeps them, and the policy holds."""

import json
from itertools import pairwise
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


def test_an_english_page_reads_its_own_figures_and_has_the_same_address(page, tmp_path):
    explore = page.goto("/en/explore/?indicator=cod&quantity=emissions_2015&sort=down&cities=shenyang,dalian,huludao")
    explore.wait_for_selector(DRAWN.format(3))
    assert names(explore) == ["Shenyang", "Dalian", "Huludao"]
    assert figures(explore) == ["241,522.89", "173,983.97", "59,627.88"]
    assert names(explore) + figures(explore) == texts(explore)
    told = explore.inner_text("#explore-caption")
    assert told == "Chemical oxygen demand: Emissions in 2015 (t). Cities: 3, largest first."
    with explore.expect_download() as download:
        explore.click("[data-save='csv']")
    download.value.save_as(tmp_path / "csv")
    assert (tmp_path / "csv").read_text("utf-8").splitlines()[1] == (
        "shenyang,Shenyang,cod,emissions_2015,241522.89,t,printed,"
    )
    explore.select_option("#explore-sort", "up")
    explore.wait_for_function("location.search.includes('sort=up')")
    query = urlsplit(explore.url).query
    chinese = page.goto(f"/explore/?{query}")
    chinese.wait_for_selector(DRAWN.format(3))
    assert urlsplit(chinese.url).query == query
    assert figures(chinese) == ["59627.88", "173983.97", "241522.89"]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_ticks_of_english_numbers_do_not_meet(tab, width):
    explore = tab(width=width).goto("/en/explore/?indicator=cod&quantity=emissions_2015")
    explore.wait_for_selector(DRAWN.format(14))
    ends = explore.evaluate("""() => [...document.querySelectorAll("#explore-chart .role-axis-label text")]
        .map(text => text.getBoundingClientRect()).map(box => [box.left, box.right])""")
    assert len(ends) > 1
    assert all(right < left for (_, right), (left, _) in pairwise(ends))


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


def test_a_table_is_sorted_by_numbers_whose_thousands_are_set_apart(page):
    indicator = page.goto("/en/indicators/cod/")
    indicator.locator("thead .sorter").nth(1).click()
    sizes = indicator.locator("tbody tr:not(.sum) td:nth-child(2)").all_inner_texts()
    numbers = [float(size.replace(",", "")) for size in sizes]
    assert numbers == sorted(numbers, reverse=True)
    assert (sizes[0], sizes[-1]) == ("241,522.89", "26,274.30")
    assert indicator.locator("tbody tr:first-child th").inner_text() == "Shenyang"
    assert indicator.get_by_role("status").inner_text() == "Sorted by “Emissions in 2015 (t)”, descending"
