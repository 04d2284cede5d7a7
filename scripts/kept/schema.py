"""JSON Schemas and what breaks them, in Chinese: the keywords that are used here, with the standard library alone.

A download is judged, and its rules can be run, without anything installed; a test holds every answer given here to
that of the `jsonschema` package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
Place = tuple[str | int, ...]
#: (place, rule, problem, fix)
Broken = tuple[Place, str, str, str]

KEY, SHAPE = "yaml-key", "yaml-shape"
#: what a cell of a spreadsheet takes, one character less than its limit
CELL = 32_766
LIKE_OTHERS = "请照相邻条目的写法改写"
#: type of JSON → (of Python, what a person calls it)
TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "object": ((dict,), "“键: 值”的条目"),
    "array": ((list,), "列表"),
    "string": ((str,), "文字"),
    "boolean": ((bool,), "true 或 false"),
    "integer": ((int,), "整数"),
    "number": ((int, float), "数"),
}
WEB = r"https?://[^\s<>\"\\]+"
WEB_FORM = "以 http:// 或 https:// 开头的网址"
SLUG = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
SLUG_FORM = "小写字母、数字和连字符"


def text(longest: int = CELL, pattern: str = "", form: str = "", empty: bool = False) -> Schema:
    """A text; `form` says in Chinese what `pattern` wants."""
    made: Schema = {"type": "string", "maxLength": longest, "minLength": 0 if empty else 1}
    return made | ({"pattern": f"^(?:{pattern}{'|' if empty else ''})$", "description": form} if pattern else {})


def opened(required: Schema, /, **optional: Schema) -> Schema:
    """An entry that must have some keys and may have any others."""
    return {"type": "object", "properties": required | optional, "required": list(required)}


def closed(required: Schema, /, **optional: Schema) -> Schema:
    """An entry that must have some keys, may have others and has no more."""
    return opened(required, **optional) | {"additionalProperties": False}


def listed(items: Schema) -> Schema:
    """A list with something in it."""
    return {"type": "array", "items": items, "minItems": 1}


def broken(value: Any, schema: Schema, place: Place = ()) -> Iterator[Broken]:
    """Everything in which a value breaks a schema, from the outside in."""
    wanted = schema.get("type")
    kinds = [wanted] if isinstance(wanted, str) else wanted or list(TYPES)
    if not any(isinstance(value, TYPES[kind][0]) and (kind == "boolean" or (value is not True and value is not False))
               for kind in kinds):  # fmt: skip
        yield place, SHAPE, f"{named(place)}应为{TYPES[kinds[0]][1]}", LIKE_OTHERS
    elif isinstance(value, dict):
        yield from broken_object(value, schema, place)
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield place, KEY, f"{named(place)}是空的", "请补上它的值；没有值的键不写"
        if len(value) > schema.get("maxItems", len(value)):
            yield place, SHAPE, f"{named(place)}有 {len(value)} 项，至多 {schema['maxItems']} 项", "请删去多出的"
        for number, item in enumerate(value):
            yield from broken(item, schema.get("items", {}), (*place, number))
    elif isinstance(value, str):
        yield from broken_text(value, schema, place)
    elif not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield place, SHAPE, f"{named(place)}写作“{str(value)[:20]}”，超出范围", "请核对这个数"


def broken_object(value: dict[str, Any], schema: Schema, place: Place) -> Iterator[Broken]:
    """What is wrong with the keys of an object, and with their values."""
    known: Schema = schema.get("properties", {})
    if missing := [key for key in schema.get("required", ()) if key not in value]:
        yield place, KEY, f"缺少 {'、'.join(missing)}", "请补上该键和它的值"
    strange = [key for key in value if key not in known] if schema.get("additionalProperties") is False else []
    for key in strange:
        yield (*place, key), KEY, f"不认识的键 {key[:40]}", f"可用的键：{'、'.join(known)}"
    for key in value:
        if key in known:
            yield from broken(value[key], known[key], (*place, key))


def broken_text(value: str, schema: Schema, place: Place) -> Iterator[Broken]:
    """What is wrong with a text."""
    shown = f"“{value[:40]}”"
    if len(value) < schema.get("minLength", 0):
        yield place, KEY, f"{named(place)}是空的", "请补上它的值；没有值的键不写"
    elif len(value) > schema.get("maxLength", len(value)):
        yield place, SHAPE, f"{named(place)}有 {len(value)} 个字，超过 {schema['maxLength']}", "请缩短"
    elif "enum" in schema and value not in schema["enum"]:
        yield place, SHAPE, f"{named(place)}写作{shown}", f"可用的值：{'、'.join(schema['enum'])}"
    elif "pattern" in schema and (not re.search(schema["pattern"], value) or value.endswith("\n")):
        form = schema["description"]
        yield place, SHAPE, f"{named(place)}写作{shown}，应为{form}", f"请写作{form}"
    elif schema.get("format") == "regex" and (problem := problem_of_pattern(value)):
        yield place, SHAPE, f"{named(place)}写作{shown}，{problem}", "请改用简单的正则表达式"


#: a part that may be repeated without end, since it begins with what the part before can't hold
SEPARATED = re.compile(r"\((?:\?:)?(?:\[-_\]|-|\\\.)(?:\[a-z0-9\]|\\d)\+\)")
REPEATED = re.compile(r"[+*{|][^()]*\)[+*{]")
LONGEST_PATTERN, REPEATS = 200, 3


def problem_of_pattern(pattern: str) -> str:
    """Why a regular expression is none, or could take forever; or nothing."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return "不是正则表达式"
    bare = SEPARATED.sub("", pattern)
    if len(pattern) > LONGEST_PATTERN or REPEATED.search(bare) or len(re.findall(r"[+*{]", bare)) > REPEATS:
        return "太复杂，核对起来可能没有尽头"
    return ""


def named(place: Place) -> str:
    """What a finding calls the value at a place: its last key, or the number of its item."""
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    if place and isinstance(place[-1], int):
        return f"{key} 的第 {place[-1] + 1} 项" if key else f"第 {place[-1] + 1} 项"
    return f"{key[:40]} " if key else "此处"
