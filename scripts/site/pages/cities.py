"""The pages of the cities and the list of them all."""

from __future__ import annotations

from scripts.package import SOURCE, Package
from scripts.site import addresses
from scripts.site.charts.every import Charts
from scripts.site.page import Page, body_request
from scripts.site.pages.front import around, csv_file, json_file, listed
from scripts.site.settings import Settings
from scripts.site.views.citation import citation
from scripts.site.views.cities import CityView, city_views
from scripts.site.views.common import Link
from scripts.site.views.compared import comparison_of

CITIES = Link("城市", "cities/")


def cities_pages(package: Package, settings: Settings, charts: Charts) -> list[Page]:
    """One page for each city, after the list of them all."""
    return [_index(package), *(_page(package, settings, charts, view) for view in city_views(package))]


def _page(package: Package, settings: Settings, charts: Charts, view: CityView) -> Page:
    address = view.link.address
    cite = citation(package, settings, f"{view.link.title}的目标", address)
    meta = {
        "title": f"{view.link.title}“十三五”节能减排目标",
        "description": _description(view),
        "section": CITIES.address,
        "crumbs": [listed(CITIES)],
        "local": listed(CITIES) | {"items": [listed(sibling) for sibling in view.siblings]},
        "data": [
            json_file(addresses.data_file(address, "json")),
            csv_file(addresses.data_file(address, "csv")),
        ],
        "origin": f"datapackage/{SOURCE} 附件 1 至 5，{view.name}一行",
        "cite": cite.gbt7714,
        **around(view.previous, view.following),
    }
    return Page(address, meta, body_request("city.md.j2", address, view=view, charts=charts[address], cite=cite))


def _description(view: CityView) -> str:
    told = "、".join(
        f"{group.link.title}{'不超过 ' if line.figure.unit != '%' else '降 '}{line.figure.value}"
        f"{' ' if line.figure.unit != '%' else ''}{line.figure.unit}"
        for group, line in view.commitments
    )
    return f"{view.link.title}在辽宁省“十三五”（2016–2020 年）节能减排方案里的目标：{told}。"


def _index(package: Package) -> Page:
    comparison = comparison_of(package)
    meta = {
        "title": CITIES.title,
        "description": (
            f"辽宁省 {len(comparison.rows)} 个市“十三五”节能减排目标一览："
            "能耗强度、能耗增量和四种污染物，并列全省的数。"
        ),
        "data": [csv_file("data/city_targets.csv"), json_file("data/city_targets.json")],
        "origin": f"datapackage/{SOURCE} 附件 1 至 5",
    }
    return Page(CITIES.address, meta, body_request("cities.md.j2", CITIES.address, comparison=comparison))
