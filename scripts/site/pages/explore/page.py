"""The page where readers choose cities, indicator and quantity; without scripts it is the whole table."""

from __future__ import annotations

from scripts.package import SOURCE
from scripts.site.charts.chart import FOLDER
from scripts.site.charts.drawing import cached
from scripts.site.charts.tags import tag
from scripts.site.model.figures import QUANTITIES
from scripts.site.page import Page, csv_file, json_file
from scripts.site.pages.parts.figure_table import figure_column, noted
from scripts.site.pages.parts.key_projects import projects_ranges
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import N_

ADDRESS = "explore/"
CHART = f"{FOLDER}explore.vl.json"
#: Its name tells the last step over the site to leave it as it is.
BUNDLE = "assets/vega.min.js"
#: what the chart shows of a bar under the pointer → what it is called
TOOLTIPS = {
    "name": N_("市"),
    "text": N_("数值"),
    "unit": N_("单位"),
    "place": N_("位次"),
    "share": N_("占各市之和"),
}


def pages(site: Site) -> list[Page]:
    """One page, with the chart's specification, which holds no data, and the script that draws it."""
    text, links = site.text, site.links
    columns = {
        indicator: [figure_column(site, indicator, quantity) for quantity in site.figures.quantities(indicator)]
        for indicator in links.indicators
    }
    meta = {
        "title": text._("自选比较：选城市和指标，看图和表"),
        "description": text._(
            "从 {cities} 个市、{indicators} 个指标里自己选来比，画成图，选择写在网址里，可以分享。都不是完成情况。",
            cities=len(links.cities),
            indicators=len(columns),
        ),
        "layout": "wide",
        "data": [csv_file("data/city_targets.csv"), json_file("data/city_targets.json")],
        "origin": text._("datapackage/{source} 附件 1 至 5", source=SOURCE),
        "styles": ["assets/explore.css"],
        "scripts": ["assets/explore.js"],
    }
    shown = {"columns": columns, "links": links, "cities": site.tables["cities"], "chart": CHART, "bundle": BUNDLE}
    shown |= {"parts": projects_ranges(site), "noted": noted(site)}
    shown |= {"tags": {quantity: tag(text, [quantity]) for quantity in QUANTITIES}}
    asked = {"tooltips": {field: text._(title) for field, title in TOOLTIPS.items()}, "language": text.language}
    asked["names"] = [city["name"] for city in site.tables["cities"]]
    files = {CHART: cached(site.cache, ["explore", asked]) + b"\n", BUNDLE: cached(site.cache, ["vega"])}
    return [Page(ADDRESS, meta, render(text, "pages/explore/explore.md.j2", ADDRESS, **shown), files)]
