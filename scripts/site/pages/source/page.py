"""The page of the source as printed."""

from __future__ import annotations

from scripts.package import SOURCE
from scripts.site.page import Page, csv_file
from scripts.site.pages.source.composition import composition, jumps
from scripts.site.pages.source.view import named_cells, printed_source
from scripts.site.site import Site
from scripts.site.templating import render

ADDRESS = "source/"


def pages(site: Site) -> list[Page]:
    """The one page; raises ValueError where the segments are not the whole source."""
    text, (blocks, after) = site.text, printed_source(site)
    meta = {
        "title": text._("原文"),
        "description": text._(
            "辽宁省“十三五”节能减排方案的原文，照新闻网站印出的样子：换行、断页、错漏都在，每一段都有地址。"
        ),
        "layout": "wide",
        "data": [
            {"title": text._("原文 TXT"), "url": SOURCE, "type": "text/plain"},
            csv_file("data/segments.csv", text._("分段 CSV")),
            csv_file("data/errata.csv", text._("存疑之处 CSV")),
        ],
        "origin": f"datapackage/{SOURCE}",
        "styles": ["assets/source.css"],
    }
    file = next(resource for resource in site.package.descriptor["resources"] if resource["path"] == SOURCE)
    body = render(
        text,
        "pages/source/source.md.j2",
        ADDRESS,
        blocks=blocks,
        after=after,
        named=named_cells(site),
        bytes=str(file["bytes"]),
        sha256=file["hash"].removeprefix("sha256:"),
        lines=str(site.package.text.count("\n") + 1),
        segments=len(site.tables["segments"]),
        composition=composition(site),
        jumps=jumps(site),
        errata=site.tables["errata"],
        certainties=site.labels("errata", "certainty"),
    )
    return [Page(ADDRESS, meta, body)]
