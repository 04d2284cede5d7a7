"""The page where readers choose cities, indicator and quantity; without scripts it is the whole table."""

from __future__ import annotations

from scripts.package import SOURCE, Package
from scripts.site.charts.figure import FOLDER
from scripts.site.charts.request import EXPLORE, VEGA
from scripts.site.kept import Made
from scripts.site.page import Page, body_request
from scripts.site.pages.front import csv_file, json_file
from scripts.site.settings import Settings
from scripts.site.views.explore import explore_view

ADDRESS = "explore/"
TITLE = "查询：选城市、选指标来比"
CHART = f"{FOLDER}explore.vl.json"
#: Its name tells the finishing step to leave it as it is.
BUNDLE = "assets/vega.min.js"


def explore_pages(package: Package, settings: Settings) -> list[Page]:
    """One page."""
    view = explore_view(package)
    meta = {
        "title": TITLE,
        "description": (
            f"从 {len(view.cities)} 个市、{len(view.indicators)} 个指标里自己选来比，画成图，"
            "选择写在网址里，可以分享。目标值，非完成情况。"
        ),
        "layout": "wide",
        "data": [csv_file("data/city_targets.csv"), json_file("data/city_targets.json")],
        "origin": f"datapackage/{SOURCE} 附件 1 至 5",
        "styles": ["assets/explore.css"],
        "scripts": ["assets/explore.js"],
    }
    body = body_request("explore.md.j2", ADDRESS, view=view, chart=CHART, bundle=BUNDLE)
    return [Page(ADDRESS, meta, body)]


def explore_files(made: Made) -> dict[str, bytes]:
    """The chart's specification, without data, and the script that draws it."""
    return {CHART: made[EXPLORE] + b"\n", BUNDLE: made[VEGA]}
