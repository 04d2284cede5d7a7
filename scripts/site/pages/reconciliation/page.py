"""The page of the public check."""

from __future__ import annotations

from itertools import chain

from scripts.site import addresses
from scripts.site.charts.chart import chart_files
from scripts.site.citation import citation
from scripts.site.page import Page, csv_file, json_file
from scripts.site.pages.parts.figure_table import STYLE
from scripts.site.pages.reconciliation import view
from scripts.site.pages.reconciliation.charts import chart
from scripts.site.pages.reconciliation.sum_chart import sum_charts
from scripts.site.site import Site
from scripts.site.templating import render

ADDRESS = addresses.RECONCILIATION


def pages(site: Site) -> list[Page]:
    """One page."""
    text, results = site.text, view.results(site)
    title = text._("核对：各市加起来等于全省吗")
    cite = citation(site, title, ADDRESS)
    charts = {indicator: [chart(site, indicator), *sum_charts(site, indicator)] for indicator in site.checks}
    meta = {
        "styles": [STYLE],
        "title": title,
        "description": text._(
            "把方案附件里各市的数字加起来，与第二条的全省目标逐项核对：{results}。两边的数、差和算式都列出。",
            results=results,
        ),
        "data": [csv_file("data/reconciliation.csv"), json_file("data/reconciliation.json")],
        "origin": "datapackage/data/reconciliation.csv",
        "cite": cite.first,
    }
    body = render(
        text,
        "pages/reconciliation/reconciliation.md.j2",
        ADDRESS,
        results=results,
        kinds=view.kinds(site),
        meanings=view.meanings(site),
        plants=view.plants(site),
        found=view.by_kind(site),
        conclusions=view.conclusions(site),
        links=site.links.indicators,
        charts=charts,
        unanswerable=view.unanswerable(site),
        unexplained=view.unexplained(site),
        notes={indicator: notes for indicator in site.checks if (notes := site.figures.notes(indicator))},
        cite=cite,
    )
    return [Page(ADDRESS, meta, body, chart_files(chain(*charts.values())))]
