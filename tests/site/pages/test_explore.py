"""The page of choices: without scripts the whole table; with them a chart whose parts are all our own."""

import json
import re
from functools import cache

from scripts.package import Package
from scripts.site.charts import theme
from scripts.site.charts.forms.explore import vega_bundle
from scripts.site.page import Page
from scripts.site.pages import explore
from scripts.site.pages.explore.page import BUNDLE, CHART
from tests.site.dom import HOSTILE, Element, changed, document
from tests.site.sites import PACKAGE, site
from tests.support import ROOT

ASSETS = ROOT / "scripts/site/assets"


def page_of(package: Package) -> Page:
    (page,) = explore.pages(site(package))
    return page


def tree_of(package: Package) -> Element:
    return document(page_of(package))


@cache
def real_page() -> Page:
    return page_of(PACKAGE)


def test_the_table_holds_every_figure_and_printed_ones_lead_to_their_cell() -> None:
    table = tree_of(PACKAGE).one("explore-table")
    heads = table.all("thead")[0].all("tr")[1].all("th")
    keys = [(head.attributes["data-indicator"], head.attributes["data-quantity"]) for head in heads]
    found = {}
    for row in table.all("tbody")[0].all("tr"):
        for key, cell in zip(keys, row.all("td"), strict=True):
            found[row.attributes["data-city"], *key] = cell
    assert len(found) == len(PACKAGE.tables["city_targets"])
    for row in PACKAGE.tables["city_targets"]:
        cell = found[row["city"], row["indicator"], row["quantity"]]
        assert cell.text() == row["value"]
        links = [link.attributes["href"] for link in cell.all("a")]
        assert links == ([f"../source/#p{row['source_start']}"] if row["source_start"] else [])


def test_a_column_says_what_its_figures_are_and_a_figure_what_it_leaves_out() -> None:
    table = tree_of(PACKAGE).one("explore-table")
    heads = table.all("thead")[0].all("tr")[1].all("th")
    tags = {head.attributes["data-quantity"]: head.attributes["data-tag"] for head in heads}
    assert tags["emissions_2015"] == "2015 年基数，非完成情况"
    assert tags["reduction_pct"] == tags["increment_limit"] == tags["key_project_reduction"] == "目标，非完成情况"
    assert tags["emissions_2020_limit"] == tags["required_reduction"] == "推算，非完成情况"
    figures = {(row["city"], row["indicator"], row["quantity"]): row for row in PACKAGE.tables["city_targets"]}
    for row in table.all("tbody")[0].all("tr"):
        for head, cell in zip(heads, row.all("td"), strict=True):
            key = (row.attributes["data-city"], head.attributes["data-indicator"], head.attributes["data-quantity"])
            assert head.attributes["data-basis"] == figures[key]["basis"]
            assert cell.attributes.get("data-note", "") == figures[key]["note"]


def test_what_the_key_projects_take_stands_below_the_table() -> None:
    said = tree_of(PACKAGE).text()
    assert "重点工程占：化学需氧量 40%–54%、氨氮 100%、二氧化硫 74%、氮氧化物 90%。" in said
    assert "二氧化硫、氮氧化物的附件自注“各市2015年排放量不含省直管电厂”；重点工程也按这个范围算，是推断。" in said


def test_the_choices_are_those_of_the_package() -> None:
    page = tree_of(PACKAGE)
    offered = [option.attributes["value"] for option in page.one("explore-indicator").all("option")]
    assert offered == [row["indicator"] for row in PACKAGE.tables["indicators"]]
    boxes = [box.attributes["value"] for box in page.all("input")]
    assert boxes == [row["city"] for row in PACKAGE.tables["cities"]]
    assert "hidden" in page.one("explore").attributes
    assert "hidden" in page.one("explore-figure").attributes


def test_the_page_names_its_own_files_only() -> None:
    form = tree_of(PACKAGE).one("explore").attributes
    assert (form["data-js"], form["data-chart"]) == (f"../{BUNDLE}", f"../{CHART}")
    page = real_page()
    assert set(page.files) == {BUNDLE, CHART}
    for asset in (*page.meta["styles"], *page.meta["scripts"], "assets/vega-licences.txt"):
        assert (ASSETS / asset.removeprefix("assets/")).is_file()


def test_every_colour_of_the_chart_has_a_token_of_the_theme() -> None:
    specification = json.loads(real_page().files[CHART])
    colours = set(
        re.findall(r'"(#[0-9a-f]{6})"', json.dumps(specification["layer"]) + json.dumps(specification["config"]))
    )
    assert colours <= set(theme.TOKENS)
    assert specification["usermeta"]["tokens"] == theme.TOKENS
    css = (ASSETS / "site.css").read_text("utf-8")
    assert all(f"{token}:" in css for token in theme.TOKENS.values())


def test_the_bundle_is_the_same_every_time_and_leaves_one_name() -> None:
    assert real_page().files[BUNDLE] == vega_bundle()
    text = real_page().files[BUNDLE].decode()
    assert text.startswith("/*! Vega 6")
    assert set(re.findall(r"window\.(\w+) ?= ?", text)) == {"vegaEmbed"}
    assert re.search(r"\*/\n\(function \(\) \{\"use strict\";", text)
    assert text.endswith("})();\n")


def test_the_script_of_the_page_makes_no_markup_out_of_words() -> None:
    script = (ASSETS / "explore.js").read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|new Function|`", script)


def test_hostile_words_stay_words() -> None:
    html = tree_of(changed(changed(PACKAGE, "cities", 0, name=HOSTILE), "indicators", 0, name=HOSTILE))
    assert not {element.name for element in html.walk()} & {"script", "img", "em", "code"}
    (row,) = [e for e in html.walk() if e.attributes.get("data-city") == "shenyang"]
    assert row.attributes["data-name"] == HOSTILE
