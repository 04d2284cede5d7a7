"""The page of all targets."""

from __future__ import annotations

from scripts.package import Package
from scripts.site.page import Page, body_request
from scripts.site.pages.front import csv_file, json_file
from scripts.site.settings import Settings
from scripts.site.views.targets import targets_view

ADDRESS = "targets/"


def targets_pages(package: Package, settings: Settings) -> list[Page]:
    """The one page; its script only hides rows."""
    view = targets_view(package)
    meta = {
        "title": "目标",
        "description": f"辽宁省“十三五”节能减排方案正文里的全部 {len(view.rows)} 个目标，每个都连到原文的词句。",
        "layout": "wide",
        "data": [csv_file("data/targets.csv"), json_file("data/targets.json")],
        "origin": "datapackage/etc/targets.yml",
        "scripts": ["assets/targets.js"],
    }
    return [Page(ADDRESS, meta, body_request("targets.md.j2", ADDRESS, view=view))]
