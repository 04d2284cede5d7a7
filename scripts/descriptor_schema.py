"""JSON Schemas of the descriptor: what every reader of it here relies on, and what the site needs besides."""

from __future__ import annotations

from scripts.kept.schema import SLUG, SLUG_FORM, WEB, WEB_FORM, Schema, listed, opened, text

WORDS = text()
NAME = text(60, SLUG, SLUG_FORM)
COLUMN = text(60, "[A-Za-z_][A-Za-z0-9_]*", "字母、数字和下划线")
ADDRESS = text(2000, WEB, WEB_FORM)
COLUMNS: Schema = listed(COLUMN)
TRUTH: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number", "minimum": -1e15, "maximum": 1e15}
TEXTS: Schema = {"type": "array", "items": text(empty=True)}
VERSION = text(40, r"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)", "1.0.1 这样的版本号")
CREATED = text(
    40, "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2}))?", "2026-11-22T00:00:00Z 这样的日期"
)
#: told in both languages, of the package, a table and a column
TOLD = ("title", "title_en", "description", "description_en")
TELLS: Schema = dict.fromkeys(TOLD, WORDS)

CONSTRAINTS: Schema = opened(
    {},
    required=TRUTH,
    unique=TRUTH,
    minimum=NUMBER,
    maximum=NUMBER,
    minLength=COUNT,
    maxLength=COUNT,
    pattern={"type": "string", "format": "regex"},
    enum=TEXTS,
)
CATEGORY: Schema = opened({"value": WORDS}, label=WORDS, label_en=WORDS)
FIELD: Schema = opened(
    {"name": COLUMN},
    **TELLS,
    type=WORDS,
    example=WORDS,
    unit=WORDS,
    unit_en=WORDS,
    empty=WORDS,
    empty_en=WORDS,
    decimals=COUNT,
    constraints=CONSTRAINTS,
    categories=listed(CATEGORY),
    trueValues=TEXTS,
    falseValues=TEXTS,
    missingValues=TEXTS,
)
REFERENCE: Schema = opened({"fields": COLUMNS}, resource=text(60, f"(?:{SLUG})?", SLUG_FORM, empty=True))
KEYS: Schema = {
    "primaryKey": COLUMNS,
    "foreignKeys": {"type": "array", "items": opened({"fields": COLUMNS, "reference": REFERENCE})},
}
LICENCE: Schema = opened({}, path=text(2000), title=WORDS, title_en=WORDS)
#: no "type": a schema or dialect that is an address is refused for what it is
TABLE: Schema = {"type": ["object", "string"]} | {
    "properties": {"fields": {"type": "array", "items": FIELD}, "missingValues": TEXTS, **KEYS},
    "required": ["fields"],
}
ABOUT: Schema = {**TELLS, "order": WORDS, "order_en": WORDS, "licenses": listed(LICENCE)}
RESOURCE: Schema = opened(
    {"name": NAME, "path": text(200)},
    **ABOUT,
    schema=TABLE,
    hash=text(200),
    bytes=COUNT,
    format=WORDS,
    mediatype=WORDS,
    encoding=WORDS,
)
SOURCE: Schema = opened({}, title=WORDS, title_en=WORDS, path=text(2000))
CONTRIBUTOR: Schema = opened({}, title=WORDS, title_en=WORDS, path=text(2000), roles=listed(WORDS))
TOP: Schema = {
    **TELLS,
    "notice": WORDS,
    "notice_en": WORDS,
    "keywords": listed(text(1000)),
    "licenses": listed(LICENCE),
    "sources": listed(SOURCE),
    "contributors": listed(CONTRIBUTOR),
    "homepage": text(2000),
    "id": text(2000),
}
#: what every reader relies on: what is there has its type, and what everything hangs on is there
DESCRIPTOR: Schema = opened(
    {"name": text(200), "version": text(40), "created": CREATED, "resources": listed(RESOURCE)},
    **TOP,
)


#: how a column is typed in all that is made of the tables
KINDS = ("string", "number", "integer", "year", "boolean")
BOTH: Schema = {"title": WORDS, "title_en": WORDS}
NEEDED_FIELD: Schema = opened(
    {**TELLS, "type": {"type": "string", "enum": list(KINDS)}, "example": WORDS},
    categories=listed(opened({"value": WORDS, "label": WORDS, "label_en": WORDS})),
)
NEEDED_TABLE: Schema = opened(
    {"fields": listed(NEEDED_FIELD)},
    foreignKeys={"type": "array", "items": opened({"reference": opened({"resource": NAME})})},
)
#: what pages and downloads print of the package, beyond what every reader relies on
NEEDED: Schema = opened(
    {
        **TELLS,
        "notice": WORDS,
        "notice_en": WORDS,
        "version": VERSION,
        "keywords": listed(text(1000)),
        "licenses": listed(opened({"name": WORDS, "path": ADDRESS, **BOTH})),
        "sources": listed(opened({"path": ADDRESS, **BOTH})),
        "contributors": listed(opened(BOTH)),
        "resources": listed(
            opened(
                {**TELLS, "order": WORDS, "order_en": WORDS, "bytes": COUNT, "hash": text(200)},
                licenses=listed(opened({"name": WORDS, **BOTH})),
                schema=NEEDED_TABLE,
            )
        ),
    },
    homepage=ADDRESS,
)
