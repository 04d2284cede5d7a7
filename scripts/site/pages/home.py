"""The home page."""

from __future__ import annotations

from scripts.package import Package
from scripts.site import addresses
from scripts.site.page import Page, body_request
from scripts.site.settings import Settings
from scripts.site.views.home import HomeView, home_view

TITLE = "辽宁省“十三五”节能减排目标"


def home_pages(package: Package, settings: Settings) -> list[Page]:
    """One page."""
    view = home_view(package)
    meta = {
        "title": TITLE,
        "description": _description(view),
        "layout": "home",
        "origin": "datapackage/data/targets.csv、datapackage/data/city_targets.csv",
    }
    return [Page(addresses.HOME, meta, body_request("home.md.j2", addresses.HOME, view=view))]


def _description(view: HomeView) -> str:
    return (
        f"辽宁省“十三五”（2016–2020 年）节能减排综合工作实施方案：全省的目标、{view.counts['cities']} 个市各自的目标、"
        f"{view.counts['measures']} 条措施和 {view.counts['departments']} 个责任单位，每个数字都能查到原文。"
    )
