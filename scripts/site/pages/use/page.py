"""How to load the data, /data/use/."""

from __future__ import annotations

from scripts.package import DESCRIPTOR, Package
from scripts.site.page import Page, body_request
from scripts.site.pages.data import DATA, local
from scripts.site.pages.front import listed
from scripts.site.settings import Settings
from scripts.site.views.use import base_of, r_code, snippets, worked

ADDRESS = "data/use/"


def use_pages(package: Package, settings: Settings) -> list[Page]:
    """The one page: snippets with what they print, and one worked example."""
    site = base_of(settings)
    meta = {
        "title": "使用方法",
        "description": "用 curl、Python、JavaScript、DuckDB、SQLite、R 和 Excel 读取数据，附一个从头到尾的例子。",
        "section": DATA.address,
        "local": local(),
        "crumbs": [listed(DATA)],
        "origin": f"datapackage/{DESCRIPTOR}",
    }
    body = body_request(
        "use.md.j2",
        ADDRESS,
        snippets=snippets(package, site),
        worked=worked(package, site),
        r_code=r_code(site),
        site=site,
        is_local=not settings.site_url,
    )
    return [Page(ADDRESS, meta, body)]
