"""How to load the data, /data/use/."""

from __future__ import annotations

from scripts.package import DESCRIPTOR
from scripts.site.page import Page, listed
from scripts.site.pages.parts.data_section import USE, in_section
from scripts.site.pages.use.view import base_of, merged, snippets, worked
from scripts.site.site import Site
from scripts.site.templating import render


def pages(site: Site) -> list[Page]:
    """The one page: snippets with what they print, and one worked example."""
    text = site.text
    meta = {
        "title": text._("使用方法"),
        "description": text._(
            "用 curl、Python、JavaScript、DuckDB、SQLite、Datasette、R 和 Excel 读取数据，附一个从头到尾的例子。"
        ),
        **in_section(site),
        "crumbs": [listed(site.links.sections["data"])],
        "origin": f"datapackage/{DESCRIPTOR}",
    }
    body = render(
        text,
        "pages/use/index.md.j2",
        USE,
        snippets=snippets(site),
        worked=worked(site),
        base=base_of(site.settings),
        is_local=not site.settings.site_url,
        merged=merged(site),
    )
    return [Page(USE, meta, body)]
