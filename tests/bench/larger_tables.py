"""The curated tables of a larger plan, each entry with the names and numbers of its copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.compact_text import without_space
from tests.bench.copies import Sizes, letters, number, slug, word

Entry = dict[str, str]
NUMERALS = "一二三四五六七八九十百千零"


def outline(table: dict[str, list[Entry]], sizes: Sizes, copies: int) -> dict[str, list[Entry]]:
    """The outline with the larger counts; the lines around the plan stay the same."""
    counts = table["counts"][0]
    general = [number(item, copy, sizes.items) for copy in range(copies) for item in counts["general"].split()]
    larger = {"chapters": str(sizes.chapters * copies), "items": str(sizes.items * copies)}
    return table | {"counts": [counts | larger | {"general": " ".join(general)}]}


def cities(entries: list[Entry], copies: int) -> Iterator[Entry]:
    """Cities; the code of a copy counts up from that of the first, which ends in 00."""
    for copy in range(copies):
        for entry in entries:
            code = str(int(entry["gbt2260"]) + copy)
            names = {"name": word(entry["name"], copy), "name_en": word(entry["name_en"], copy)}
            yield entry | names | {"city": letters(entry["city"], copy), "gbt2260": code}


def departments(entries: list[Entry], copies: int) -> Iterator[Entry]:
    """Departments, every name and the identifier its own."""
    for copy in range(copies):
        for entry in entries:
            names = {key: word(entry[key], copy) for key in ("name", "full_name", "name_en")}
            yield entry | names | {"department": slug(entry["department"], copy)}


def numbered(entries: list[Entry], key: str, sizes: Sizes, copies: int) -> Iterator[Entry]:
    """Entries bound to an item by `key` (a target or an item), moved to the items of each copy."""
    for copy in range(copies):
        for entry in entries:
            yield entry | {key: number(entry[key], copy, sizes.items)}


def errata(entries: list[Entry], sizes: Sizes, copies: int) -> Iterator[Entry]:
    """Errata of items in every copy, those of the text around the items once."""
    for copy in range(copies):
        for entry in entries:
            if "measure" in entry:
                moved = number(entry["measure"], copy, sizes.items)
                yield entry | {"measure": moved, "erratum": slug(entry["erratum"], copy)}
            elif not copy:
                yield entry


def aliases(entries: list[Entry], copies: int, text: str) -> Iterator[Entry]:
    """Aliases of every copy of a city or department, and once of what is not copied; the basis read anew."""
    words = without_space(text)
    for copy in range(copies):
        for entry in entries:
            kind = entry["entity_type"]
            if copy and kind not in ("city", "department"):
                continue
            moved = letters(entry["entity"], copy) if kind == "city" else slug(entry["entity"], copy)
            alias = word(entry["alias"], copy)
            basis = "source" if without_space(alias) in words else "common_knowledge"
            yield entry | {"entity": moved, "alias": alias, "basis": basis}


def package(schema: dict[str, Any], sizes: Sizes, copies: int) -> dict[str, Any]:
    """The schema with room for the larger numbers; `schema` itself is changed."""
    most = {"measure": sizes.items, "chapter": sizes.chapters, "position": sizes.cities}
    for resource in schema["resources"]:
        for field in resource.get("fields", []):
            limits = field.get("constraints", {})
            if field["name"] in most and "maximum" in limits:
                field["constraints"] = limits | {"maximum": most[field["name"]] * copies}
            if field["name"] == "label":
                field["constraints"] = limits | {"pattern": limits["pattern"].replace(NUMERALS[:10], NUMERALS)}
    return schema
