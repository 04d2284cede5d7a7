"""The data page, /data/: every download, its version, its licence and how to cite it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.package import DESCRIPTOR, Package
from scripts.site.discovery import whole_dataset
from scripts.site.page import Page, body_request
from scripts.site.pages.front import json_file, listed
from scripts.site.settings import Settings
from scripts.site.views.citation import citation, data_date
from scripts.site.views.common import Link
from scripts.site.views.downloads import downloads

DATA = Link("数据", "data/")
#: The pages of this section, as the theme lists them beside each.
SECTION = (Link("下载", "data/"), Link("数据词典", "data/dictionary/"), Link("使用方法", "data/use/"))


def local() -> dict[str, Any]:
    """The pages of this section, for the front matter."""
    return listed(DATA) | {"items": [listed(link) for link in SECTION]}


def data_pages(package: Package, settings: Settings, files: Mapping[str, bytes]) -> list[Page]:
    """The one page; `files` are all files for download by their site paths, for their sizes."""
    cite = citation(package, settings, "", DATA.address)
    meta = {
        "title": "下载数据",
        "description": "全部数据的 CSV、JSON、Excel、SQLite 和压缩包，附校验和、版本、许可和引用格式。",
        "section": DATA.address,
        "local": local(),
        "data": [json_file(DESCRIPTOR)],
        "origin": f"datapackage/{DESCRIPTOR}",
        "cite": cite.gbt7714,
        "jsonld": whole_dataset(package, settings),
    }
    body = body_request(
        "data.md.j2",
        DATA.address,
        cite=cite,
        downloads=downloads(package, files),
        package=package.descriptor,
        date=data_date(package),
        changes=f"{settings.repo_url}/blob/main/CHANGELOG.md" if settings.repo_url else "",
    )
    return [Page(DATA.address, meta, body)]
