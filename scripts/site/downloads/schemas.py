"""JSON Schema for every kind of JSON file on the site, made from the descriptor and from what records hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.package import Package
from scripts.site.discovery import absolute
from scripts.site.downloads.package_schema import WORDS, package_schema
from scripts.site.fields import Field, fields, is_required, json_bytes, resource_of, tables
from scripts.site.settings import Settings

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"
KINDS = {"string": "string", "number": "string", "integer": "integer", "year": "integer", "boolean": "boolean"}
PLACE = ("source_start", "source_end")
ADDRESS: Schema = {"type": "string", "format": "uri-reference", "minLength": 1}


def value_schema(field: Field) -> Schema:
    """A column as JSON has it; null is allowed where the cell may be empty."""
    kind, constraints = KINDS[field["type"]], field.get("constraints", {})
    optional = not is_required(field)
    made: Schema = {"title": field["title"], "description": field["description"]}
    made["type"] = [kind, "null"] if optional else kind
    if kind == "integer":
        made |= {key: constraints[key] for key in ("minimum", "maximum") if key in constraints}
    elif "enum" in constraints:
        made["enum"] = [*constraints["enum"], *([None] if optional else [])]
    elif field["type"] == "number":
        made["pattern"] = DECIMAL
    elif "pattern" in constraints:
        made["pattern"] = constraints["pattern"]
    return made


def closed(properties: Mapping[str, Any]) -> Schema:
    """An object with exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def columns(package: Package, resource: str, *left_out: str) -> dict[str, Schema]:
    """The columns of a resource, without those left out."""
    listed = fields(resource_of(package.descriptor, resource))
    return {field["name"]: value_schema(field) for field in listed if field["name"] not in left_out}


def rows(package: Package, resource: str, *left_out: str, **added: Schema) -> Schema:
    """An array of rows of a resource."""
    return {"type": "array", "items": closed(added | columns(package, resource, *left_out))}


def measure_facts(package: Package) -> Schema:
    """What views.record_measures puts together."""
    own = columns(package, "measures", "chapter", *PLACE)
    return closed(
        {
            **own,
            "chapter": closed(columns(package, "chapters", *PLACE)),
            "sentences": rows(package, "sentences", "measure"),
            "departments": rows(package, "measure_departments", "measure", *PLACE, name=WORDS),
            **{name: rows(package, name, "measure") for name in ("targets", "numbers", "errata")},
        }
    )


def city_facts(package: Package) -> Schema:
    """What views.record_figures puts together for a city."""
    figures = rows(package, "city_targets", "city", indicator_name=WORDS)
    return closed(columns(package, "cities") | {"targets": figures})


def indicator_facts(package: Package) -> Schema:
    """What views.record_figures puts together for an indicator."""
    figures = rows(package, "city_targets", "indicator", city_name=WORDS)
    of_plan = {name: rows(package, name, "indicator") for name in ("targets", "reconciliation")}
    return closed(columns(package, "indicators") | {"cities": figures} | of_plan)


def department_facts(package: Package) -> Schema:
    """What views.record_departments puts together."""
    duties = rows(package, "measure_departments", "department", *PLACE, title=WORDS)
    return closed(columns(package, "departments") | {"leads": duties, "participates": duties})


FACTS = {
    "measure": measure_facts,
    "city": city_facts,
    "indicator": indicator_facts,
    "department": department_facts,
}
TITLES = {
    "measure": "一条的数据",
    "city": "一个市的数据",
    "indicator": "一个指标的数据",
    "department": "一家单位的数据",
}


def source_schema() -> Schema:
    """Ranges are half-open and count Unicode code points of the source, decoded as UTF-8."""
    offset = {"type": "integer", "minimum": 0}
    passage = closed(
        {
            "of": WORDS | {"description": "依据这段话的行：资源名/主键"},
            "start": offset | {"description": "起点，Unicode 码点，从 0 数起，含这一点"},
            "end": offset | {"description": "终点，不含这一点"},
            "quote": WORDS | {"description": "这段话，去掉空白"},
        }
    )
    digest = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "raw/plan.txt 的 SHA-256"}
    return closed({"url": ADDRESS, "sha256": digest, "passages": {"type": "array", "items": passage}})


def record_schema(kind: str, facts: Schema) -> Schema:
    """The one shape of the data of a page, around the facts of its kind."""
    neighbour = closed({"rel": WORDS, "title": WORDS, "type": WORDS, "url": ADDRESS})
    return closed(
        {
            "kind": {"const": kind},
            "id": WORDS,
            "url": ADDRESS | {"description": "网页的地址；相对地址以本文件的地址为准"},
            "title": WORDS,
            "note": WORDS,
            "facts": facts,
            "source": source_schema(),
            "license": closed({"name": WORDS, "url": ADDRESS, "notice": WORDS}),
            "citation": closed({"gbt7714": WORDS, "bibtex": WORDS, "english": WORDS}),
            "version": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
            "date": {"type": "string", "format": "date"},
            "links": {"type": "array", "items": neighbour},
        }
    )


def schemas(package: Package) -> dict[str, tuple[str, Schema]]:
    """Name of the file → (title, schema): the descriptor, each kind of record, each table."""
    made = {kind: (TITLES[kind], record_schema(kind, facts(package))) for kind, facts in FACTS.items()}
    for resource in tables(package.descriptor):
        made[resource["name"]] = (resource["title"], rows(package, resource["name"]))
    made["datapackage"] = ("数据包的说明", package_schema())
    return made


def schema_files(package: Package, settings: Settings) -> dict[str, bytes]:
    """schemas/*.json; they name themselves only where the site's address is known."""
    made = {}
    for name, (title, schema) in schemas(package).items():
        path = f"schemas/{name}.json"
        itself = {"$id": absolute(settings, path)} if settings.site_url else {}
        made[path] = json_bytes({"$schema": DIALECT, **itself, "title": title, **schema})
    return made
