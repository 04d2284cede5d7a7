"""The data of single pages: one JSON of one shape for each record, and a CSV for cities and indicators.

The files are the same for every language: what is said in words stands beside its English, as in the package.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from scripts.package import DESCRIPTOR, SOURCE, rows_to_csv
from scripts.site import addresses
from scripts.site.citation import citation
from scripts.site.fields import fields, json_bytes, resource_of
from scripts.site.pages import WITH_DATA
from scripts.site.record import Record
from scripts.site.site import Site
from scripts.site.text.texts import N_

#: A record, and the site that it was made from: of one page in one language.
Told = tuple[Site, Record]
NOTE = N_("规划期（2016–2020 年）已结束；所载为规划目标，不是完成情况。")


def reference(site: Site, file: str, address: str) -> str:
    """How a file refers to a site path; relative ones start in its folder: measures/3.json → measures/."""
    return addresses.reference(site.settings, posixpath.dirname(file) + "/", address)


def links(site: Site, record: Record) -> Iterator[tuple[str, str, str]]:
    """(relation, words, site path): the page itself, its other forms, its schema, the package, then the neighbours."""
    yield "page", record.title, record.address
    if record.rows:
        yield "csv", record.title, addresses.data_file(record.address, "csv")
    if record.sheet:
        yield "xlsx", record.title, addresses.data_file(record.address, "xlsx")
    yield "schema", "JSON Schema", f"schemas/{record.kind}.json"
    yield "package", site.text._("数据包"), DESCRIPTOR
    yield from ((neighbour.rel, neighbour.title, neighbour.address) for neighbour in record.links)


def source(site: Site, file: str, record: Record) -> dict[str, Any]:
    """Which bytes the ranges count code points of, and every passage."""
    digest = resource_of(site.package.descriptor, "source")["hash"].removeprefix("sha256:")
    passages = [asdict(passage) for passage in record.passages]
    return {"url": reference(site, file, SOURCE), "sha256": digest, "passages": passages}


def link_rows(file: str, main: Told, twin: Told) -> list[dict[str, Any]]:
    """The links of a file, each with its words in both languages."""
    return [
        {
            "rel": rel,
            "title": title,
            "title_en": title_en,
            "type": addresses.media_type(address),
            "url": reference(main[0], file, address),
        }
        for (rel, title, address), (_, title_en, _) in zip(links(*main), links(*twin), strict=True)
    ]


def content(file: str, main: Told, twin: Told) -> dict[str, Any]:
    """What the JSON file at the site path `file` holds: the one shape of all these files; `twin`: in English."""
    (site, record), (english, translated) = main, twin
    descriptor = site.package.descriptor
    licence = descriptor["licenses"][0]
    notices = {"notice": descriptor["notice"], "notice_en": descriptor["notice_en"]}
    cite = citation(site, record.title, record.address)
    return {
        "kind": record.kind,
        "id": record.id,
        "url": reference(site, file, record.address),
        "title": record.title,
        "title_en": translated.title,
        "note": site.text._(NOTE),
        "note_en": english.text._(NOTE),
        "facts": record.facts,
        "source": source(site, file, record),
        "license": {"name": licence["name"], "url": licence["path"], **notices},
        "citation": {"gbt7714": cite.gbt7714, "bibtex": cite.bibtex, "english": cite.english},
        "version": site.package.version,
        "date": site.date,
        "links": link_rows(file, main, twin),
    }


def record_files(sites: Sequence[Site]) -> dict[str, bytes]:
    """measures/3.json, cities/shenyang.json and .csv, … : path on the site → bytes."""
    columns = [field["name"] for field in fields(resource_of(sites[0].package.descriptor, "city_targets"))]
    made = {}
    for kind in WITH_DATA:
        for record, translated in zip(*map(kind.records, sites), strict=True):
            file = addresses.data_file(record.address, "json")
            made[file] = json_bytes(content(file, (sites[0], record), (sites[1], translated)))
            if record.rows:
                rows = [dict(row) for row in record.rows]
                made[addresses.data_file(record.address, "csv")] = rows_to_csv(columns, rows)
    return made
