"""The page of the glossary."""

from __future__ import annotations

from scripts.package import Package
from scripts.site.page import Page, body_request
from scripts.site.pages.front import csv_file, json_file
from scripts.site.settings import Settings
from scripts.site.views.glossary import glossary_view

ADDRESS = "glossary/"


def glossary_pages(package: Package, settings: Settings) -> list[Page]:
    """The one page."""
    terms = glossary_view(package)
    meta = {
        "title": "术语",
        "description": f"辽宁省“十三五”节能减排方案里的 {len(terms)} 个术语，用平常的话说明，写出依据和出现的条目。",
        "data": [csv_file("data/terms.csv"), json_file("data/terms.json")],
        "origin": "datapackage/etc/terms.yml",
    }
    return [Page(ADDRESS, meta, body_request("glossary.md.j2", ADDRESS, terms=terms))]
