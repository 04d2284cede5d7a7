"""`etc/package.yml`: the schema of every table and what describes the package, read before anything follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.descriptor_schema import (
    ADDRESS,
    CONSTRAINTS,
    FIELD,
    KEYS,
    KINDS,
    NAME,
    TELLS,
    TEXTS,
    WORDS,
)
from scripts.descriptor_schema import TOP as TOLD
from scripts.findings import Finding
from scripts.kept.dates import is_day
from scripts.kept.nodes import Node, schema_findings
from scripts.kept.reading import read_yaml
from scripts.kept.schema import KEY, Schema, closed, listed, text

PATH = "etc/package.yml"
#: keys of package.yml that describe the package and go into the descriptor as they are
TOP = (
    *("name", "version", "created", "title", "title_en", "description", "description_en", "keywords"),
    *("licenses", "notice", "notice_en", "sources", "contributors"),
)
#: where the site is published, as soon as that is settled
HOMEPAGE = "homepage"
#: fields that several tables use, and the key by which they do
SHARED, USE = "shared", "use"
#: what identifies a release: key → (its form, an example for people)
RELEASE = {
    "version": (re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"), "1.0.1"),
    "created": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z"), '"2026-11-22T00:00:00Z"'),
}
#: what is no text in the descriptor: keys of truths and of numbers
TRUTHS = {"true": True, "false": False}
TRUE_OR_FALSE, NUMBERS = frozenset({"required", "unique"}), frozenset({"minimum", "maximum", "decimals"})
NUMBER = re.compile(r"-?[0-9]{1,15}")

BOTH: Schema = {"title": WORDS, "title_en": WORDS}
LICENCE = closed({"name": WORDS, **BOTH}, path=ADDRESS)
KEPT_FIELD = closed(
    {"name": FIELD["properties"]["name"], **TELLS, "type": {"type": "string", "enum": list(KINDS)}, "example": WORDS},
    **{key: FIELD["properties"][key] for key in ("unit", "unit_en", "empty", "empty_en", "decimals")},
    constraints=closed(
        {}, **{key: CONSTRAINTS["properties"][key] for key in (*TRUE_OR_FALSE, "minimum", "maximum", "pattern")}
    ),
    categories=listed(closed({"value": WORDS, "label": WORDS, "label_en": WORDS})),
    trueValues=TEXTS,
    falseValues=TEXTS,
)
RESOURCE = closed(
    {"name": NAME, **TELLS, "order": WORDS, "order_en": WORDS},
    fields=listed(KEPT_FIELD),
    path=text(200, r"(?:data|raw)/[a-z0-9_]+\.(?:csv|txt)", "data/ 或 raw/ 下的 CSV 或 TXT"),
    licenses=listed(LICENCE),
    **dict.fromkeys(("format", "mediatype", "encoding"), WORDS),
    **KEYS,
)
SCHEMA = closed(
    {
        **{key: TOLD.get(key, WORDS) for key in TOP},
        "name": NAME,
        "licenses": listed(closed({"name": WORDS, "path": ADDRESS, **BOTH})),
        "sources": listed(closed({"path": ADDRESS, **BOTH})),
        "contributors": listed(closed({**BOTH, "roles": listed(WORDS)})),
        "resources": listed(RESOURCE),
    },
    homepage=text(2000, r"https?://[^\s?#<>\"\\]+/", "首页的完整地址，以 / 结尾"),
)


def read_schema(data: bytes) -> tuple[dict[str, Any], list[Finding]]:
    """The parsed package.yml; empty with findings where anything in it is not as it should be."""
    node, findings = read_yaml(PATH, data)
    if node is None:
        return {}, findings
    node, found = with_shared(node)
    value = typed(node.plain)
    findings += found + schema_findings(PATH, node, SCHEMA, value)
    findings += [] if findings else check_release(node)
    return ({} if findings else value), findings


def with_shared(node: Node) -> tuple[Node, list[Finding]]:
    """The file with each `use` of a shared field written out: what the field says itself comes before what it uses."""
    shared = node.entries.get(SHARED)
    known = shared.entries if shared else {}
    findings: list[Finding] = []

    def field_of(field: Node) -> Node:
        used = field.entries.get(USE)
        if used is None:
            return field
        if used.text not in known:
            problem = f"{SHARED} 里没有 {used.text[:40]}"
            findings.append(Finding(PATH, used.line, KEY, problem, f"可用的：{'、'.join(known) or '没有'}"))
        own = {key: value for key, value in field.entries.items() if key != USE}
        return Node(field.line, {**(known[used.text].entries if used.text in known else {}), **own})

    def resource_of(resource: Node) -> Node:
        fields = resource.entries.get("fields")
        if fields is None or not fields.items:
            return resource
        return Node(
            resource.line, {**resource.entries, "fields": Node(fields.line, tuple(map(field_of, fields.items)))}
        )

    entries = {key: value for key, value in node.entries.items() if key != SHARED}
    if "resources" in entries and entries["resources"].items:
        resources = entries["resources"]
        entries["resources"] = Node(resources.line, tuple(map(resource_of, resources.items)))
    return (Node(node.line, entries) if node.entries else node), findings


def typed(value: Any, key: str = "") -> Any:
    """The file with its truths and numbers as such; what is neither stays text, for the schema to refuse."""
    if isinstance(value, dict):
        return {name: typed(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    if key in TRUE_OR_FALSE:
        return TRUTHS.get(value, value)
    return int(value) if key in NUMBERS and NUMBER.fullmatch(value) else value


def check_release(node: Node) -> Iterator[Finding]:
    """`version` is semantic and `created` a day at midnight UTC."""
    for key, (pattern, form) in RELEASE.items():
        value = node.entries[key]
        if not pattern.fullmatch(value.text) or (key == "created" and not is_day(value.text[:10])):
            yield Finding(PATH, value.line, "release", f"{key} 写作“{value.text[:40]}”", f"请写作 {form}")


def line_of_resource(data: bytes, place: int) -> int:
    """The line (from 1) where the resource at a place of the list stands."""
    node, _ = read_yaml(PATH, data)
    resources = node.entries["resources"].items if node else ()
    return resources[place].line if place < len(resources) else 1
