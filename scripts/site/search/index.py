"""All that the search needs, in one file that is fetched on its first use, and the script that reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.site.search.annexes import city_entries, indicator_entries
from scripts.site.search.entry import KINDS, SearchEntry, entry_json
from scripts.site.search.language import every_word, language, traditional
from scripts.site.search.measures import chapter_entries, measure_entries
from scripts.site.search.names import department_entries, term_entries
from scripts.site.search.site_pages import overviews, site_entries
from scripts.site.site import Site

INDEX = "search/index.json"
SCRIPT = "assets/search.js"
#: the parts of the script in the order in which they stand in it
PARTS = ("text", "lexicon", "query", "match", "sound", "correct", "find", "show", "filters", "box")
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


def index_of(site: Site) -> dict[str, Any]:
    """The index; `build` is the hash of all the rest, so that no old index passes for a new one."""
    found = entries(site)
    index: dict[str, Any] = {
        "version": site.package.version,
        "kinds": [(kind, site.text._(name)) for kind, name in KINDS.items()],
        "chapters": [
            site.text._("{label}、{title}", label=row["label"], title=row["title"]) for row in site.tables["chapters"]
        ],
        "overview": overviews(site),
        "entries": [entry_json(entry) for entry in found],
        "traditional": traditional([*words(found), *every_word()]),
        **language(),
    }
    return {"build": hashlib.sha256(encoded(index)).hexdigest()[:16], **index}


def encoded(index: dict[str, Any]) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def script(build: str) -> bytes:
    """The parts as one script, which knows the index that it was built with."""
    parts = "\n".join((FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    opening = f'(function () {{\n"use strict";\nvar _ = window._, BUILD = "{build}";\n'
    return f"{opening}{parts}}})();\n".encode()


def search_files(site: Site) -> dict[str, bytes]:
    """The index and the script, by their paths on the site."""
    index = index_of(site)
    return {INDEX: encoded(index), SCRIPT: script(index["build"])}
