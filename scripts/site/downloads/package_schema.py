"""JSON Schema for datapackage.json: what this project promises beyond the Data Package standard."""

from __future__ import annotations

from scripts.site.json_schema import WORDS, Schema

BOTH = ("title", "title_en", "description", "description_en")


def opened(required: dict[str, Schema], **optional: Schema) -> Schema:
    """An object that must have some properties and may have more."""
    return {"type": "object", "properties": required | optional, "required": list(required)}


def bilingual() -> dict[str, Schema]:
    """Title and description in Chinese and English."""
    return dict.fromkeys(BOTH, WORDS)


def field_schema() -> Schema:
    """A column: either required, or with the meaning of an empty cell in both languages."""
    kinds = {"enum": ["string", "number", "integer", "year", "boolean"]}
    required = {"properties": {"constraints": opened({"required": {"const": True}})}, "required": ["constraints"]}
    explained = opened({"empty": WORDS, "empty_en": WORDS})
    return opened({"name": WORDS, "type": kinds, "example": WORDS} | bilingual()) | {"anyOf": [required, explained]}


def resource_schema() -> Schema:
    """A file of the package, with size and hash; a table has a schema and says how its rows are ordered."""
    table = opened({"fields": {"type": "array", "items": field_schema(), "minItems": 1}})
    itself: dict[str, Schema] = {
        "name": {"type": "string", "pattern": "^[a-z0-9_]+$"},
        "path": {"type": "string", "pattern": r"^(data|raw)/[a-z0-9_]+\.(csv|txt)$"},
        "bytes": {"type": "integer", "minimum": 0},
        "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "encoding": {"const": "utf-8"},
        "order": WORDS,
        "order_en": WORDS,
    }
    return opened(itself | bilingual(), schema=table)


def package_schema() -> Schema:
    """The descriptor as a whole."""
    several: Schema = {"type": "array", "minItems": 1}
    own: dict[str, Schema] = {
        "name": WORDS,
        "version": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
        "created": {"type": "string", "format": "date-time"},
        "notice": WORDS,
        "notice_en": WORDS,
        "licenses": several,
        "sources": several,
        "contributors": several,
        "resources": several | {"items": resource_schema()},
    }
    return opened(own | bilingual())
