"""The data of single pages: one JSON of one shape for each record, and a CSV for cities and indicators."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from scripts.package import DESCRIPTOR, SOURCE, Package, rows_to_csv
from scripts.site import addresses
from scripts.site.discovery import reference
from scripts.site.fields import fields, json_bytes, resource_of
from scripts.site.settings import Settings
from scripts.site.views.citation import citation, data_date
from scripts.site.views.record import Record
from scripts.site.views.records import records

TYPES = {"json": "application/json", "csv": "text/csv", "": "text/html"}
NOTE = "规划期（2016–2020 年）已结束；所载为规划目标，不是完成情况。"


def folder(file: str) -> str:
    """Where a relative address in a file starts: measures/3.json → measures/."""
    return posixpath.dirname(file) + "/"


def link(settings: Settings, file: str, rel: str, title: str, address: str) -> dict[str, str]:
    """A link with its relation, in words, and the type of what it leads to."""
    kind = TYPES[posixpath.splitext(address)[1].lstrip(".")]
    return {"rel": rel, "title": title, "type": kind, "url": reference(settings, folder(file), address)}


def links(settings: Settings, file: str, record: Record) -> list[dict[str, str]]:
    """The page itself, its other forms, its schema, the package, then the neighbours."""
    own = [("page", record.title, record.address)]
    if record.rows:
        own.append(("csv", record.title, addresses.data_file(record.address, "csv")))
    own += [("schema", "JSON Schema", f"schemas/{record.kind}.json"), ("package", "数据包", DESCRIPTOR)]
    others = [(neighbour.rel, neighbour.title, neighbour.address) for neighbour in record.links]
    return [link(settings, file, *each) for each in own + others]


def source(package: Package, settings: Settings, file: str, record: Record) -> dict[str, Any]:
    """Which bytes the ranges count code points of, and every passage."""
    digest = resource_of(package.descriptor, "source")["hash"].removeprefix("sha256:")
    return {
        "url": reference(settings, folder(file), SOURCE),
        "sha256": digest,
        "passages": [asdict(passage) for passage in record.passages],
    }


def license_of(package: Package) -> Mapping[str, str]:
    """The licence of the data and the notice on the source text."""
    first = package.descriptor["licenses"][0]
    return {"name": first["name"], "url": first["path"], "notice": package.descriptor["notice"]}


def envelope(package: Package, settings: Settings, record: Record) -> dict[str, Any]:
    """The one shape of all these files."""
    file = addresses.data_file(record.address, "json")
    cite = citation(package, settings, record.title, record.address)
    return {
        "kind": record.kind,
        "id": record.id,
        "url": reference(settings, folder(file), record.address),
        "title": record.title,
        "note": NOTE,
        "facts": record.facts,
        "source": source(package, settings, file, record),
        "license": license_of(package),
        "citation": {"gbt7714": cite.gbt7714, "bibtex": cite.bibtex, "english": cite.english},
        "version": package.version,
        "date": data_date(package),
        "links": links(settings, file, record),
    }


def record_files(package: Package, settings: Settings) -> dict[str, bytes]:
    """measures/3.json, cities/shenyang.json and .csv, … : path on the site → bytes."""
    columns = [field["name"] for field in fields(resource_of(package.descriptor, "city_targets"))]
    made = {}
    for record in records(package):
        made[addresses.data_file(record.address, "json")] = json_bytes(envelope(package, settings, record))
        if record.rows:
            rows = [dict(row) for row in record.rows]
            made[addresses.data_file(record.address, "csv")] = rows_to_csv(columns, rows)
    return made
