"""The pages of the indicators and the list of them all."""

from __future__ import annotations

from scripts.package import SOURCE, Package
from scripts.site import addresses
from scripts.site.charts.every import Charts
from scripts.site.discovery import indicator_dataset
from scripts.site.page import Page, body_request
from scripts.site.pages.front import around, csv_file, json_file, listed
from scripts.site.settings import Settings
from scripts.site.views.citation import citation
from scripts.site.views.common import Link
from scripts.site.views.indicators import IndicatorView, indicator_views

INDICATORS = Link("指标", "indicators/")


def indicators_pages(package: Package, settings: Settings, charts: Charts) -> list[Page]:
    """One page for each indicator, after the list of them all."""
    views = indicator_views(package)
    return [_index(views), *(_page(package, settings, charts, view) for view in views)]


def _page(package: Package, settings: Settings, charts: Charts, view: IndicatorView) -> Page:
    address = view.link.address
    cite = citation(package, settings, f"各市{view.link.title}目标", address)
    symbol = f"（{view.symbol}）" if view.symbol else ""
    meta = {
        "title": f"{view.link.title}{symbol}：各市“十三五”目标",
        "description": _description(view),
        "section": INDICATORS.address,
        "crumbs": [listed(INDICATORS)],
        "local": listed(INDICATORS) | {"items": [listed(sibling) for sibling in view.siblings]},
        "data": [
            json_file(addresses.data_file(address, "json")),
            csv_file(addresses.data_file(address, "csv")),
        ],
        "origin": f"datapackage/{SOURCE} 附件 {view.annex}",
        "cite": cite.gbt7714,
        "jsonld": indicator_dataset(package, settings, view.slug),
        **around(view.previous, view.following),
    }
    return Page(address, meta, body_request("indicator.md.j2", address, view=view, charts=charts[address], cite=cite))


def _description(view: IndicatorView) -> str:
    kinds = "、".join(column.label for column in view.columns)
    return f"辽宁省“十三五”节能减排方案附件 {view.annex}：{len(view.rows)} 个市的{view.link.title}，{kinds}。"


def _index(views: list[IndicatorView]) -> Page:
    names = "、".join(view.link.title for view in views)
    meta = {
        "title": INDICATORS.title,
        "description": f"方案分解到各市的 {len(views)} 个指标：{names}，各是什么，全省的目标是多少。",
        "data": [csv_file("data/indicators.csv"), json_file("data/indicators.json")],
        "origin": f"datapackage/{SOURCE} 附件 1 至 5",
    }
    return Page(INDICATORS.address, meta, body_request("indicators.md.j2", INDICATORS.address, views=views))
