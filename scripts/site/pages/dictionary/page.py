"""The data dictionary, /data/dictionary/."""

from __future__ import annotations

from scripts.package import DESCRIPTOR, Package
from scripts.site.page import Page, body_request
from scripts.site.pages.data import DATA, local
from scripts.site.pages.front import json_file, listed
from scripts.site.settings import Settings
from scripts.site.views.diagram import diagram
from scripts.site.views.dictionary import dictionary

ADDRESS = "data/dictionary/"


def dictionary_pages(package: Package, settings: Settings) -> list[Page]:
    """The one page, out of the descriptor alone."""
    tables = dictionary(package.descriptor)
    columns = sum(len(table.columns) for table in tables)
    meta = {
        "title": "数据词典",
        "description": f"{len(tables)} 张表、{columns} 列的意思、类型和约束，中英对照；各表怎样连起来，什么不能做。",
        "section": DATA.address,
        "local": local(),
        "crumbs": [listed(DATA)],
        "data": [json_file(DESCRIPTOR)],
        "origin": f"datapackage/{DESCRIPTOR}",
    }
    body = body_request("dictionary.md.j2", ADDRESS, tables=tables, diagram=diagram(tables))
    return [Page(ADDRESS, meta, body)]
