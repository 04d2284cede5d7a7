"""JSON Schema for every kind of JSON file on the site, made from the descriptor and from what records hold."""

from __future__ import annotations

from scripts.package import Package
from scripts.site.addresses import absolute
from scripts.site.downloads.package_schema import package_schema
from scripts.site.fields import json_bytes, tables
from scripts.site.json_schema import ADDRESS, WORDS, Schema, both, closed, rows_of
from scripts.site.pages import WITH_DATA
from scripts.site.site import Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def source_schema() -> Schema:
    """Ranges are half-open and count Unicode code points of the source, decoded as UTF-8."""
    offset = {"type": "integer", "minimum": 0}
    passage = closed(
        {
            "of": WORDS
            | {"description": "依据这段话的行：资源名/主键 | the row that rests on these words: resource/key"},
            "start": offset
            | {"description": "起点，Unicode 码点，从 0 数起，含这一点 | start, in code points, inclusive"},
            "end": offset | {"description": "终点，不含这一点 | end, exclusive"},
            "quote": WORDS | {"description": "这段话，去掉空白 | these words without white space"},
        }
    )
    digest = {
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
        "description": "raw/plan.txt 的 SHA-256 | SHA-256 of raw/plan.txt",
    }
    return closed({"url": ADDRESS, "sha256": digest, "passages": {"type": "array", "items": passage}})


def record_schema(kind: str, facts: Schema) -> Schema:
    """The one shape of the data of a page, around the facts of its kind."""
    neighbour = closed({"rel": WORDS, "title": WORDS, "title_en": WORDS, "type": WORDS, "url": ADDRESS})
    return closed(
        {
            "kind": {"const": kind},
            "id": WORDS,
            "url": ADDRESS | {"description": "网页的地址；相对地址以本文件的地址为准 | address of the page"},
            "title": WORDS,
            "title_en": WORDS,
            "note": WORDS,
            "note_en": WORDS,
            "facts": facts,
            "source": source_schema(),
            "license": closed({"name": WORDS, "url": ADDRESS, "notice": WORDS, "notice_en": WORDS}),
            "citation": closed({"gbt7714": WORDS, "bibtex": WORDS, "english": WORDS}),
            "version": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
            "date": {"type": "string", "format": "date"},
            "links": {"type": "array", "items": neighbour},
        }
    )


def schemas(package: Package) -> dict[str, tuple[str, Schema]]:
    """Name of the file → (title, schema): each kind of record, each table, the descriptor."""
    made = {kind.KIND: (kind.TITLE, record_schema(kind.KIND, kind.facts_schema(package))) for kind in WITH_DATA}
    for resource in tables(package.descriptor):
        made[resource["name"]] = (both(resource, "title"), rows_of(package, resource["name"]))
    return made | {"datapackage": ("数据包的说明 | Description of the data package", package_schema())}


def schema_files(site: Site) -> dict[str, bytes]:
    """schemas/*.json; they name themselves only where the site's address is known."""
    made = {}
    for name, (title, schema) in schemas(site.package).items():
        path = f"schemas/{name}.json"
        itself = {"$id": absolute(site.settings, path)} if site.settings.site_url else {}
        made[path] = json_bytes({"$schema": DIALECT, **itself, "title": title, **schema})
    return made
