"""All that the search needs, in one file that is fetched on its first use, and the script that reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.package import Package
from scripts.site.search.entry import KINDS, Entry, entry_json
from scripts.site.search.figures import city_entries, figures_of, indicator_entries
from scripts.site.search.items import chapter_entries, measure_entries
from scripts.site.search.language import every_word, language, traditional
from scripts.site.search.names import department_entries, term_entries
from scripts.site.search.site import overviews, site_entries
from scripts.site.settings import Settings

INDEX = "search/index.json"
SCRIPT = "assets/search.js"
#: the parts of the script in the order in which they stand in it
PARTS = ("text", "lexicon", "query", "match", "sound", "correct", "find", "show", "filters", "box")
FOLDER = Path(__file__).parent / "js"


def entries(package: Package) -> list[Entry]:
    """Everything that can be found, by kind, in the order of the plan."""
    figures = figures_of(package)
    return [
        *measure_entries(package),
        *chapter_entries(package),
        *city_entries(package, figures),
        *indicator_entries(package, figures),
        *department_entries(package),
        *term_entries(package),
        *site_entries(package),
    ]


def texts(found: list[Entry]) -> Iterator[str]:
    """All the text of the entries."""
    for entry in found:
        yield entry.title
        yield from entry.names
        for line in entry.lines:
            yield line.text + line.value


def index_of(package: Package) -> dict[str, Any]:
    """The index; `build` is the hash of all the rest, so that no old index passes for a new one."""
    found = entries(package)
    index: dict[str, Any] = {
        "version": package.version,
        "kinds": list(KINDS.items()),
        "chapters": [f"{row['label']}、{row['title']}" for row in package.tables["chapters"]],
        "overview": overviews(),
        "entries": [entry_json(entry) for entry in found],
        "traditional": traditional([*texts(found), *every_word()]),
        **language(),
    }
    return {"build": hashlib.sha256(encoded(index)).hexdigest()[:16], **index}


def encoded(index: dict[str, Any]) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def script(build: str) -> bytes:
    """The parts as one script, which knows the index that it was built with."""
    parts = "\n".join((FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    opening = f'(function () {{\n"use strict";\nvar BUILD = "{build}";\n'
    return f"{opening}{parts}}})();\n".encode()


def search_files(package: Package, settings: Settings) -> dict[str, bytes]:
    """The index and the script, by their paths on the site."""
    index = index_of(package)
    return {INDEX: encoded(index), SCRIPT: script(index["build"])}
