"""The page of the public check."""

from __future__ import annotations

from scripts.package import Package
from scripts.site import addresses
from scripts.site.charts.every import Charts
from scripts.site.page import Page, body_request
from scripts.site.pages.front import csv_file, json_file
from scripts.site.settings import Settings
from scripts.site.views.citation import citation
from scripts.site.views.indicators import indicator_views
from scripts.site.views.reconciliation import summary_of

ADDRESS = addresses.RECONCILIATION
TITLE = "核对：各市加起来等于全省吗"


def reconciliation_pages(package: Package, settings: Settings, charts: Charts) -> list[Page]:
    """One page."""
    views, summary = indicator_views(package), summary_of(package)
    cite = citation(package, settings, TITLE, ADDRESS)
    told = "，".join(f"{count} 项{verdict}" for verdict, count in summary.verdicts.items())
    meta = {
        "title": TITLE,
        "description": f"把方案附件里各市的数字加起来，与第二条的全省目标逐项核对：{told}。两边的数、差和算式都列出。",
        "data": [csv_file("data/reconciliation.csv"), json_file("data/reconciliation.json")],
        "origin": "datapackage/data/reconciliation.csv",
        "cite": cite.gbt7714,
    }
    beside = {view.slug: chart for view, chart in zip(views, charts[ADDRESS], strict=True)}
    body = body_request("reconciliation.md.j2", ADDRESS, views=views, summary=summary, charts=beside, cite=cite)
    return [Page(ADDRESS, meta, body)]
