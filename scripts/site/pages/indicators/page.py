"""The pages of the indicators and the list of them all."""

from __future__ import annotations

from scripts.package import SOURCE
from scripts.site.charts.chart import chart_files
from scripts.site.citation import citation
from scripts.site.discovery import indicator_dataset
from scripts.site.page import Page, beside, csv_file, json_file, listed, local, own_files
from scripts.site.pages.indicators.charts import charts
from scripts.site.pages.indicators.view import IndicatorView, indicator_view
from scripts.site.pages.parts.figure_table import STYLE
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import N_

#: a unit of the annexes → in plain words, for those who do not know it
UNITS = {
    "%": N_("百分比。这里指到 2020 年要比 2015 年下降百分之几，不是能耗强度本身。"),
    "万吨标准煤": N_("一万吨标准煤。煤、油、气、电的热量不同，折算成“标准煤”才能相加：29307 千焦算 1 千克标准煤。"),
    "吨": N_("吨，按一年的排放量计。方案第二条用“万吨”，附件用“吨”，1 万吨等于 10000 吨。"),
}


def pages(site: Site) -> list[Page]:
    """One page for each indicator, after the list of them all."""
    return [_index(site), *(_page(site, indicator_view(site, row)) for row in site.tables["indicators"])]


def _page(site: Site, view: IndicatorView) -> Page:
    text, address = site.text, view.link.address
    cite = citation(site, view.link.title, address)
    drawn = charts(site, view)
    meta = {
        "title": _title(site, view),
        "description": _description(site, view),
        "section": site.links.sections["indicators"].address,
        "styles": [STYLE],
        "crumbs": [listed(site.links.sections["indicators"])],
        "local": local(site.links.sections["indicators"], site.links.indicators),
        "data": own_files(address, "xlsx", "csv", "json"),
        "origin": text._("datapackage/{source} 附件 {annex}", source=SOURCE, annex=view.row["annex"]),
        "cite": cite.first,
        "jsonld": indicator_dataset(site, view.slug),
        **beside(site.links.indicators, view.slug),
    }
    unit_words = text._(UNITS[view.row["unit"]])
    shown = {"view": view, "charts": drawn, "unit_words": unit_words, "cities": site.links.cities, "cite": cite}
    shown["others"] = [site.links.indicators[other] for other in view.medium.others] if view.medium else []
    shown |= {"documents": site.national.documents, "pictures": any(chart.pictured for chart in drawn)}
    return Page(address, meta, render(text, "pages/indicators/indicator.md.j2", address, **shown), chart_files(drawn))


def _title(site: Site, view: IndicatorView) -> str:
    indicator, symbol = view.link.title, view.row["symbol"]
    if symbol:
        return site.text._("{indicator}（{symbol}）：各市“十三五”目标", indicator=indicator, symbol=symbol)
    return site.text._("{indicator}：各市“十三五”目标", indicator=indicator)


def _description(site: Site, view: IndicatorView) -> str:
    return site.text.ngettext(
        "辽宁省“十三五”节能减排方案附件 {annex}：{n} 个市的{indicator}，{kinds}。",
        len(site.links.cities),
        annex=view.row["annex"],
        indicator=view.link.title,
        kinds=site.text.listed(column.label for column in view.columns),
    )


def _index(site: Site) -> Page:
    text, link, indicators = site.text, site.links.sections["indicators"], site.tables["indicators"]
    meta = {
        "title": link.title,
        "description": text.ngettext(
            "方案分解到各市的 {n} 个指标：{names}，各是什么，全省的目标是多少。",
            len(indicators),
            names=text.listed(each.title for each in site.links.indicators.values()),
        ),
        "data": [csv_file("data/indicators.csv"), json_file("data/indicators.json")],
        "origin": text._("datapackage/{source} 附件 1 至 5", source=SOURCE),
    }
    shown = {"indicators": indicators, "links": site.links.indicators, "province": site.province}
    return Page(link.address, meta, render(text, "pages/indicators/index.md.j2", link.address, **shown))
