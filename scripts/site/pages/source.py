"""The page of the source as printed."""

from __future__ import annotations

from scripts.package import SOURCE, Package
from scripts.site.page import Page, body_request
from scripts.site.pages.front import csv_file
from scripts.site.settings import Settings
from scripts.site.views.common import labels
from scripts.site.views.makeup import makeup
from scripts.site.views.measure_parts import note_lines
from scripts.site.views.source import printed_source

ADDRESS = "source/"


def source_pages(package: Package, settings: Settings) -> list[Page]:
    """The one page; raises ValueError where the segments are not the whole source."""
    meta = {
        "title": "原文",
        "description": "辽宁省“十三五”节能减排方案的原文，照新闻网站印出的样子：换行、断页、错漏都在，每一段都有地址。",
        "layout": "wide",
        "data": [
            {"title": "原文 TXT", "url": SOURCE, "type": "text/plain"},
            csv_file("data/segments.csv"),
            csv_file("data/errata.csv"),
        ],
        "origin": f"datapackage/{SOURCE}",
        "styles": ["assets/source.css"],
    }
    notes = note_lines(package.tables["errata"], labels(package, "errata", "certainty"))
    body = body_request("source.md.j2", ADDRESS, printed=printed_source(package), makeup=makeup(package), notes=notes)
    return [Page(ADDRESS, meta, body)]
