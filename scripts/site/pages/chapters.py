"""The pages of the chapters."""

from __future__ import annotations

from scripts.package import Package
from scripts.site.page import Page, body_request
from scripts.site.pages.front import MEASURES, around, listed
from scripts.site.settings import Settings
from scripts.site.views.chapters import ChapterView, chapter_views
from scripts.site.views.common import Link


def chapters_pages(package: Package, settings: Settings) -> list[Page]:
    """One page for each chapter."""
    views = chapter_views(package)
    links = [view.link for view in views]
    return [_page(view, links) for view in views]


def _page(view: ChapterView, chapters: list[Link]) -> Page:
    counts = f"{len(view.items)} 条、{len(view.targets)} 个目标、{len(view.departments)} 个责任单位"
    meta = {
        "title": view.link.title,
        "description": f"辽宁省“十三五”节能减排方案{view.link.title}：{counts}。",
        "section": MEASURES.address,
        "crumbs": [listed(MEASURES)],
        "local": {"title": "各章", "url": MEASURES.address, "items": [listed(link) for link in chapters]},
        "origin": view.place.origin,
        **around(view.previous, view.following),
    }
    return Page(view.link.address, meta, body_request("chapter.md.j2", view.link.address, view=view))
