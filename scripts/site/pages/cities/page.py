"""The pages of the cities and the list of them all."""

from __future__ import annotations

from scripts.package import SOURCE
from scripts.site.charts.chart import chart_files
from scripts.site.citation import citation
from scripts.site.model.figures import COMMITMENTS
from scripts.site.page import Page, beside, csv_file, json_file, listed, local, own_files
from scripts.site.pages.cities.charts import charts
from scripts.site.pages.cities.lead import committed
from scripts.site.pages.cities.view import CityView, city_view
from scripts.site.pages.parts.figure_table import STYLE, figure_column, noted
from scripts.site.site import Site
from scripts.site.templating import render


def pages(site: Site) -> list[Page]:
    """One page for each city, after the list of them all."""
    return [_index(site), *(_page(site, city_view(site, city)) for city in site.links.cities)]


def _page(site: Site, view: CityView) -> Page:
    text, address = site.text, view.link.address
    cite = citation(site, view.link.title, address)
    drawn = charts(site, view)
    meta = {
        "title": text._("{city}“十三五”节能减排目标", city=view.link.title),
        "description": _description(site, view),
        "section": site.links.sections["cities"].address,
        "styles": [STYLE],
        "crumbs": [listed(site.links.sections["cities"])],
        "local": local(site.links.sections["cities"], site.links.cities),
        "data": own_files(address, "xlsx", "csv", "json"),
        "origin": text._("datapackage/{source} 附件 1 至 5，{name}一行", source=SOURCE, name=view.name),
        "cite": cite.first,
        **beside(site.links.cities, view.slug),
    }
    body = render(text, "pages/cities/city.md.j2", address, view=view, charts=drawn, cite=cite)
    return Page(address, meta, body, chart_files(drawn))


def _description(site: Site, view: CityView) -> str:
    told = site.text.listed(committed(site.text, group.link.title, figure) for group, figure in view.commitments)
    return site.text._(
        "{city}在辽宁省“十三五”（2016–2020 年）节能减排方案里的目标：{told}。", city=view.link.title, told=told
    )


def _index(site: Site) -> Page:
    text, link = site.text, site.links.sections["cities"]
    keys = [(indicator, quantity) for indicator in site.links.indicators for quantity in COMMITMENTS]
    columns = [figure_column(site, *key) for key in keys if key in site.figures.series]
    meta = {
        "title": link.title,
        "description": text.ngettext(
            "辽宁省 {n} 个市“十三五”节能减排目标一览：能耗强度、能耗增量和四种污染物，并列全省的数。",
            len(site.links.cities),
        ),
        "data": [csv_file("data/city_targets.csv"), json_file("data/city_targets.json")],
        "origin": text._("datapackage/{source} 附件 1 至 5", source=SOURCE),
    }
    shown = {"columns": columns, "noted": noted(site), "links": site.links}
    return Page(link.address, meta, render(text, "pages/cities/index.md.j2", link.address, **shown))
