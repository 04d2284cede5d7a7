"""What search engines, crawlers and language models read: robots.txt, llms.txt and schema.org data."""

from __future__ import annotations

import posixpath
from typing import Any

from scripts.package import Package
from scripts.site import addresses
from scripts.site.plain import render_text
from scripts.site.settings import Settings

PERIOD = "2016-01-01/2020-12-31"
TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".sqlite": "application/vnd.sqlite3",
}
DATA_PAGE = "data/"
WHOLE = ("datapackage.json", "data/liaoning-13fyp.zip", "data/liaoning-13fyp.xlsx", "data/liaoning-13fyp.sqlite")


def download(settings: Settings, page: str, address: str) -> dict[str, str]:
    """A file for download, as schema.org has it."""
    kind = TYPES[posixpath.splitext(address)[1]]
    return {
        "@type": "DataDownload",
        "name": posixpath.basename(address),
        "encodingFormat": kind,
        "contentUrl": reference(settings, page, address),
    }


def shared(package: Package, settings: Settings, page: str) -> dict[str, Any]:
    """What is true of the whole data set and of every part."""
    descriptor = package.descriptor
    project = descriptor["contributors"][0]
    return {
        "version": package.version,
        "datePublished": str(descriptor["created"])[:10],
        "license": descriptor["licenses"][0]["path"],
        "isAccessibleForFree": True,
        "temporalCoverage": PERIOD,
        "spatialCoverage": {"@type": "AdministrativeArea", "name": "辽宁省"},
        "creator": {
            "@type": "Organization",
            "name": project["title"],
            "alternateName": project["title_en"],
            **({"url": absolute(settings, addresses.HOME)} if settings.site_url else {}),
        },
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": descriptor["sources"][0]["title"],
            "url": descriptor["sources"][0]["path"],
        },
        **({"url": absolute(settings, page)} if settings.site_url else {}),
    }


def whole_dataset(package: Package, settings: Settings) -> dict[str, Any]:
    """schema.org/Dataset of the package, for the data page."""
    descriptor = package.descriptor
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": descriptor["title"],
        "alternateName": descriptor["title_en"],
        "description": descriptor["description"],
        "inLanguage": "zh-CN",
        "keywords": list(descriptor["keywords"]),
        "variableMeasured": [row["name"] for row in package.tables["indicators"]],
        **shared(package, settings, DATA_PAGE),
        "distribution": [download(settings, DATA_PAGE, address) for address in WHOLE],
    }


def indicator_dataset(package: Package, settings: Settings, indicator: str) -> dict[str, Any]:
    """schema.org/Dataset of one indicator over all cities, for its page; raises KeyError for an unknown one."""
    rows = {row["indicator"]: row for row in package.tables["indicators"]}
    row, page = rows[indicator], addresses.indicator(indicator)
    files = [addresses.data_file(page, suffix) for suffix in ("csv", "json")]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"辽宁省各市“十三五”{row['name']}目标",
        "alternateName": f"{row['name_en']}: targets of Liaoning's cities, 2016–2020",
        "description": f"{row['description']}这些是规划目标，不是完成情况。",
        "inLanguage": "zh-CN",
        "variableMeasured": {"@type": "PropertyValue", "name": row["name"], "unitText": row["unit"]},
        "isPartOf": {"@type": "Dataset", "name": package.descriptor["title"]},
        **shared(package, settings, page),
        "distribution": [download(settings, page, address) for address in files],
    }


def robots(settings: Settings) -> bytes:
    """robots.txt: everything may be read; the map of the site where its address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines += ["", f"Sitemap: {absolute(settings, 'sitemap.xml')}"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def discovery_files(package: Package, settings: Settings) -> dict[str, bytes]:
    """robots.txt and llms.txt."""
    tables = [resource for resource in package.descriptor["resources"] if "schema" in resource]
    guide = render_text(
        "downloads/llms.txt.j2",
        package=package.descriptor,
        tables=tables,
        counts={name: len(rows) for name, rows in package.tables.items()},
        to=lambda address: reference(settings, addresses.HOME, address),
    )
    return {"robots.txt": robots(settings), "llms.txt": guide}
