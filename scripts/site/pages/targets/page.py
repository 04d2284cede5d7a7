"""The page of all targets."""

from __future__ import annotations

from scripts.site.page import Page, csv_file, json_file
from scripts.site.pages.targets.view import filters, grouped, listed_targets
from scripts.site.site import Site
from scripts.site.templating import render

ADDRESS = "targets/"


def pages(site: Site) -> list[Page]:
    """The one page; its script only hides rows."""
    text, targets = site.text, listed_targets(site)
    meta = {
        "title": text._("目标"),
        "description": text.ngettext(
            "辽宁省“十三五”节能减排方案正文里的全部 {n} 个目标，每个都连到原文的词句。", len(targets)
        ),
        "layout": "wide",
        "data": [csv_file("data/targets.csv"), json_file("data/targets.json")],
        "origin": "datapackage/etc/targets.yml",
        "scripts": ["assets/targets.js"],
    }
    body = render(
        text,
        "pages/targets/targets.md.j2",
        ADDRESS,
        total=len(targets),
        groups=grouped(targets),
        filters=filters(site, targets),
        bases=site.labels("targets", "year_basis"),
    )
    return [Page(ADDRESS, meta, body)]
