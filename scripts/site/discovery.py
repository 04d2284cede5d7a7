"""What search engines, crawlers and language models read: robots.txt, llms.txt and schema.org data."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any

from scripts.package import DESCRIPTOR
from scripts.site import addresses
from scripts.site.addresses import absolute, reference
from scripts.site.fields import tables
from scripts.site.settings import Settings
from scripts.site.site import Site
from scripts.site.templating import render_text
from scripts.site.text.texts import ENGLISH, OTHER, twin

PERIOD = "2016-01-01/2020-12-31"
DATA_PAGE = "data/"
WHOLE = (DESCRIPTOR, addresses.ARCHIVE, addresses.WORKBOOK, addresses.DATABASE)


def download(site: Site, page: str, address: str) -> dict[str, str]:
    """A file for download, as schema.org has it."""
    own = addresses.placed(site.text.language, page)
    return {
        "@type": "DataDownload",
        "name": posixpath.basename(address),
        "encodingFormat": addresses.media_type(address),
        "contentUrl": reference(site.settings, own, address),
    }


def shared(site: Site, page: str) -> dict[str, Any]:
    """What is true of the whole data set and of every part."""
    descriptor, settings = site.package.descriptor, site.settings
    project, source = descriptor["contributors"][0], descriptor["sources"][0]
    return {
        "version": site.package.version,
        "datePublished": site.date,
        "license": descriptor["licenses"][0]["path"],
        "isAccessibleForFree": True,
        "temporalCoverage": PERIOD,
        "spatialCoverage": {"@type": "AdministrativeArea", "name": site.text._("辽宁省")},
        "creator": {
            "@type": "Organization",
            **names(site, project),
            **({"url": site.url(addresses.HOME)} if settings.site_url else {}),
        },
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": site.told(source, "title"),
            "url": source["path"],
        },
        **({"url": site.url(page)} if settings.site_url else {}),
    }


def names(site: Site, described: Mapping[str, Any]) -> dict[str, str]:
    """The title in the language of the page, then in the other one."""
    other, _ = OTHER[site.text.language]
    return {"name": site.told(described, "title"), "alternateName": described[twin(other, "title")]}


def keywords(site: Site) -> list[str]:
    """The words to find the data by; on an English page, those in English."""
    every = site.package.descriptor["keywords"]
    return [word for word in every if word.isascii()] if site.text.language == ENGLISH else list(every)


def whole_dataset(site: Site) -> dict[str, Any]:
    """schema.org/Dataset of the package, for the data page."""
    descriptor = site.package.descriptor
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        **names(site, descriptor),
        "description": site.told(descriptor, "description"),
        "inLanguage": site.text.language,
        "keywords": keywords(site),
        "variableMeasured": [row["name"] for row in site.tables["indicators"]],
        **shared(site, DATA_PAGE),
        "distribution": [download(site, DATA_PAGE, address) for address in WHOLE],
    }


def indicator_dataset(site: Site, indicator: str) -> dict[str, Any]:
    """schema.org/Dataset of one indicator over all cities, for its page; raises KeyError for an unknown one."""
    text, row, page = site.text, site.row("indicators", indicator), addresses.indicator(indicator)
    files = [addresses.data_file(page, suffix) for suffix in ("csv", "json", "xlsx")]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": text._("辽宁省各市“十三五”{indicator}目标", indicator=row["name"]),
        "alternateName": f"{row['name_en']}: targets of Liaoning's cities, 2016–2020",
        "description": text._("{definition}这些是规划目标，不是完成情况。", definition=row["description"]),
        "inLanguage": site.text.language,
        "variableMeasured": {"@type": "PropertyValue", "name": row["name"], "unitText": text.unit(row["unit"])},
        "isPartOf": {"@type": "Dataset", "name": site.told(site.package.descriptor, "title")},
        **shared(site, page),
        "distribution": [download(site, page, address) for address in files],
    }


def robots(settings: Settings) -> bytes:
    """robots.txt: everything may be read; the map of the site where its address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines += ["", f"Sitemap: {absolute(settings, 'sitemap.xml')}"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def discovery_files(site: Site) -> dict[str, bytes]:
    """robots.txt and llms.txt."""
    guide = render_text(
        site.text,
        "llms.txt.j2",
        package=site.package.descriptor,
        date=site.date,
        tables=tables(site.package.descriptor),
        counts={name: len(rows) for name, rows in site.tables.items()},
        to=lambda address: reference(site.settings, addresses.HOME, address),
    )
    return {"robots.txt": robots(site.settings), "llms.txt": guide}
