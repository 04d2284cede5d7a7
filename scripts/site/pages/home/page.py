"""The home page."""

from __future__ import annotations

from scripts.site import addresses
from scripts.site.page import Page
from scripts.site.pages.home.topics import topics
from scripts.site.pages.home.view import SHADED, home_view
from scripts.site.site import Site
from scripts.site.templating import render


def pages(site: Site) -> list[Page]:
    """One page."""
    text, address = site.text, addresses.HOME
    counts = {name: len(rows) for name, rows in site.tables.items()}
    meta = {
        "title": text._("辽宁省“十三五”节能减排目标"),
        "description": text._(
            "辽宁省“十三五”（2016–2020 年）节能减排综合工作实施方案：全省的目标、{cities} 个市各自的目标、"
            "{measures} 条措施和 {departments} 个责任单位，每个数字都能查到原文。",
            **{name: counts[name] for name in ("cities", "measures", "departments")},
        ),
        "layout": "home",
        "styles": ["assets/home.css"],
        "origin": text._("datapackage/data/targets.csv、datapackage/data/city_targets.csv"),
    }
    chapters = [(link, len(site.rows("measures", "chapter", number))) for number, link in site.links.chapters.items()]
    body = render(
        text,
        "pages/home/home.md.j2",
        address,
        view=home_view(site),
        document=site.document.named(text.language),
        counts=counts,
        chapters=chapters,
        topics=topics(site),
        shaded=site.links.indicators[SHADED[0]],
        links=site.links,
        national=site.national,
    )
    return [Page(address, meta, body)]
