"""All that the search needs: what every query does, fetched on first use; the rest; and the script that reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.site.addresses import placed
from scripts.site.search import english
from scripts.site.search.annexes import cells, city_entries, indicator_entries
from scripts.site.search.entry import KINDS, SearchEntry, entry_json, of_one
from scripts.site.search.language import WORDS, every_word, language, traditional
from scripts.site.search.measures import chapter_entries, measure_entries
from scripts.site.search.names import department_entries, term_entries
from scripts.site.search.site_pages import overviews, site_entries
from scripts.site.search.written import written_entries
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, ENGLISH

INDEX, MORE = "search/index.json", "search/more.json"
#: language → its script
SCRIPTS = {CHINESE: "assets/search.js", ENGLISH: "assets/search.en.js"}
FOLDER = Path(__file__).parent
#: language → the parts of its engine in the order in which they stand in the script; and what all share: the box
ENGINES = {
    CHINESE: tuple(
        f"js/{part}"
        for part in ("distance", "text", "words", "match", "figure", "sound", "correct", "answer", "engine")
    ),
    ENGLISH: ("js/distance", *(f"js_en/{part}" for part in ("stem", "reading", "ranking", "amounts", "chinese"))),
}
BOX = ("js/show", "js/box")
#: lines of a page of the site that the first query can do with: English is longer than Chinese
MANY = 4
#: between the two, in the Chinese script: a page in another language that asks for it gets the engine alone
SHARED = "if (window.chineseSearch) return window.chineseSearch({ BUILD, begun, completed, find });\n"
#: stands in the index beside what it is about
NOTICE = "traditional: from OpenCC, changed; Apache-2.0, see assets/opencc-licence.txt"


def entries(site: Site) -> list[SearchEntry]:
    """Everything that can be found, by kind, in the order of the plan."""
    return known_as(site, all_entries(site))


def known_as(site: Site, found: Iterator[SearchEntry]) -> list[SearchEntry]:
    """The entries with the names that a reader of the language knows."""
    if site.text.language == CHINESE:
        return list(found)
    return [replace(entry, names=english.names(entry.title, entry.names)) for entry in found]


def all_entries(site: Site) -> Iterator[SearchEntry]:
    """The entries with every name."""
    yield from measure_entries(site)
    yield from chapter_entries(site)
    yield from city_entries(site)
    yield from indicator_entries(site)
    yield from department_entries(site)
    yield from term_entries(site)
    yield from site_entries(site)


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
    quantities = [next(cell.quantity for cell in made if cell.label == label) for label in labels]
    return {"labels": labels, "quantities": quantities, "rows": [row if row[-1] else row[:-1] for row in rows]}


def begun(entry: SearchEntry) -> SearchEntry:
    """What the first query needs of an entry: of a page of the site with many lines what the page is, by its name."""
    long = entry.kind == "data" and len(entry.lines) > MANY
    return replace(entry, lines=entry.lines[:1]) if long else entry


def index_of(site: Site) -> dict[str, Any]:
    """What the first query needs."""
    found, chinese = entries(site), site.text.language == CHINESE
    kinds = [(kind, site.text._(name)) for kind, name in KINDS.items()]
    known = language() if chinese else english.language()
    return {
        "version": site.package.version,
        "kinds": [(*kind, one) for kind, one in zip(kinds, of_one(site.text), strict=True)],
        "overview": overviews(site),
        "entries": [entry_json(entry if chinese else begun(entry)) for entry in found],
        "cells": table(site),
        **{name: known[name] for name in (*(WORDS if chinese else english.WORDS), "asks", "same")},
    }


def more_of(site: Site, pages: Mapping[str, str]) -> dict[str, Any]:
    """What only a query needs that the first part does not answer: traditional characters, sounds, written pages."""
    known, found = language(), known_as(site, written_entries(site, pages))
    if site.text.language != CHINESE:
        rest = [replace(entry, names=()) for entry in entries(site) if begun(entry) != entry]
        return {"entries": [entry_json(entry) for entry in [*rest, *found]]}
    return {
        "entries": [entry_json(entry) for entry in found],
        "notice": NOTICE,
        "traditional": traditional([*words([*entries(site), *found]), *every_word()]),
        **{name: known[name] for name in ("syllables", "readings")},
    }


def encoded(index: dict[str, Any]) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def script(build: str, language: str) -> bytes:
    """The parts as one script, which knows the index that it was built with."""
    engine, box = (
        "\n".join((FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in parts)
        for parts in (ENGINES[language], BOX)
    )
    opening = f'(function () {{\n"use strict";\nvar BUILD = "{build}";\n'
    return f"{opening}{engine}{SHARED if language == CHINESE else ''}{box}}})();\n".encode()


def search_files(site: Site, pages: Mapping[str, str]) -> dict[str, bytes]:
    """Both parts of the index and the script, by their paths on the site; `pages`: site path → Markdown.

    `build` is the hash of the rest, so that no old index passes for a new one.
    """
    parts, of = {INDEX: index_of(site), MORE: more_of(site, pages)}, site.text.language
    build = hashlib.sha256(b"".join(map(encoded, parts.values()))).hexdigest()[:16]
    files = {placed(of, path): encoded({"build": build, **part}) for path, part in parts.items()}
    return files | {SCRIPTS[of]: script(build, of)}
