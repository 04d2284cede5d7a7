"""All that the search needs: what every query does, fetched on first use; the rest; and the script that reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.site.search.annexes import cells, city_entries, indicator_entries
from scripts.site.search.entry import KINDS, SearchEntry, entry_json
from scripts.site.search.language import WORDS, every_word, language, traditional
from scripts.site.search.measures import chapter_entries, measure_entries
from scripts.site.search.names import department_entries, term_entries
from scripts.site.search.site_pages import overviews, site_entries
from scripts.site.search.written import written_entries
from scripts.site.site import Site

INDEX, MORE = "search/index.json", "search/more.json"
SCRIPT = "assets/search.js"
#: the parts of the script in the order in which they stand in it
PARTS = ("text", "words", "match", "figure", "sound", "correct", "answer", "show", "box")
FOLDER = Path(__file__).parent / "js"


def entries(site: Site) -> list[SearchEntry]:
    """Everything that can be found, by kind, in the order of the plan."""
    return [
        *measure_entries(site),
        *chapter_entries(site),
        *city_entries(site),
        *indicator_entries(site),
        *department_entries(site),
        *term_entries(site),
        *site_entries(site),
    ]


def words(found: list[SearchEntry]) -> Iterator[str]:
    """All the text of the entries."""
    for entry in found:
        yield entry.title
        yield from entry.names
        for line in entry.lines:
            yield line.text + line.value


def table(site: Site) -> dict[str, Any]:
    """`labels`, and in `rows` [city, indicator, label (each by its position), value, what it answers, note]."""
    made = cells(site)
    labels = list(dict.fromkeys(cell.label for cell in made))
    cities, indicators = (
        [row[key] for row in site.tables[name]] for key, name in (("city", "cities"), ("indicator", "indicators"))
    )
    rows = [
        (
            cities.index(cell.city),
            indicators.index(cell.indicator),
            labels.index(cell.label),
            cell.value,
            cell.answers,
            cell.note,
        )
        for cell in made
    ]
    return {"labels": labels, "rows": [row if row[-1] else row[:-1] for row in rows]}


def index_of(site: Site) -> dict[str, Any]:
    """What the first query needs."""
    found, known = entries(site), language()
    return {
        "version": site.package.version,
        "kinds": [(kind, site.text._(name)) for kind, name in KINDS.items()],
        "overview": overviews(site),
        "entries": [entry_json(entry) for entry in found],
        "cells": table(site),
        **{name: known[name] for name in (*WORDS, "asks", "same")},
    }


def more_of(site: Site, pages: Mapping[str, str]) -> dict[str, Any]:
    """What only a query needs that the first part does not answer: traditional characters, sounds, written pages."""
    known, found = language(), list(written_entries(site, pages))
    return {
        "entries": [entry_json(entry) for entry in found],
        "traditional": traditional([*words([*entries(site), *found]), *every_word()]),
        **{name: known[name] for name in ("syllables", "readings")},
    }


def encoded(index: dict[str, Any]) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def script(build: str) -> bytes:
    """The parts as one script, which knows the index that it was built with."""
    parts = "\n".join((FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    opening = f'(function () {{\n"use strict";\nvar BUILD = "{build}";\n'
    return f"{opening}{parts}}})();\n".encode()


def search_files(site: Site, pages: Mapping[str, str]) -> dict[str, bytes]:
    """Both parts of the index and the script, by their paths on the site; `pages`: site path → Markdown.

    `build` is the hash of the rest, so that no old index passes for a new one.
    """
    parts = {INDEX: index_of(site), MORE: more_of(site, pages)}
    build = hashlib.sha256(b"".join(map(encoded, parts.values()))).hexdigest()[:16]
    return {path: encoded({"build": build, **part}) for path, part in parts.items()} | {SCRIPT: script(build)}
