"""The pages of the items and the list of them all."""

from __future__ import annotations

from scripts.package import SOURCE, Package
from scripts.site import addresses
from scripts.site.page import Page, body_request
from scripts.site.pages.front import MEASURES, around, csv_file, json_file, listed
from scripts.site.settings import Settings
from scripts.site.views.chapters import chapter_views
from scripts.site.views.citation import citation
from scripts.site.views.measures import MeasureView, measure_views


def measures_pages(package: Package, settings: Settings) -> list[Page]:
    """One page for each item, after the list of them all."""
    return [_index(package), *(_page(package, settings, view) for view in measure_views(package))]


def _page(package: Package, settings: Settings, view: MeasureView) -> Page:
    address = view.link.address
    cite = citation(package, settings, view.link.title, address)
    meta = {
        "title": view.link.title,
        "description": _description(view),
        "section": MEASURES.address,
        "crumbs": [listed(MEASURES), listed(view.chapter)],
        "local": listed(view.chapter) | {"items": [listed(sibling) for sibling in view.siblings]},
        "data": [json_file(addresses.data_file(address, "json"))],
        "origin": view.place.origin,
        "cite": cite.gbt7714,
        **around(view.previous, view.following),
    }
    return Page(address, meta, body_request("measure.md.j2", address, view=view, cite=cite))


def _description(view: MeasureView) -> str:
    count = len(view.words.targets)
    targets = f"{count} 个目标" if count else "没有数值或期限目标"
    leads = "、".join(link.title for link in view.responsible.leads)
    lead = f"，牵头单位：{leads}" if leads else ""
    return f"辽宁省“十三五”节能减排方案{view.link.title}（{view.chapter.title}）。{targets}{lead}。"


def _index(package: Package) -> Page:
    chapters = chapter_views(package)
    total = sum(len(chapter.items) for chapter in chapters)
    meta = {
        "title": MEASURES.title,
        "description": f"辽宁省“十三五”节能减排方案的 {len(chapters)} 章 {total} 条，每条注明牵头单位和目标个数。",
        "data": [csv_file("data/measures.csv"), json_file("data/measures.json")],
        "origin": f"datapackage/{SOURCE}",
    }
    body = body_request("measures.md.j2", MEASURES.address, chapters=chapters, total=total)
    return Page(MEASURES.address, meta, body)
