"""A made-up language and a made-up plan: no Chinese character is left in either, so that one on a page gives itself away.

The language has a translation for every message that Babel's tools find; the plan has each of its characters
moved to another block of Unicode, one to one, so that places in the source stay where they are.
"""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from scripts.package import Package
from scripts.site.text.catalog import catalog
from scripts.site.text.texts import Texts, texts_of

CHINESE = re.compile("[\u3400-\u9fff]")
#: units are codes of the plan's own, which the text layer puts into words
KEPT = frozenset({"unit"})
FROM, TO = 0x3400, 0x20000


def told(message: str) -> str:
    """The made-up translation: every Chinese character is an ω, and what is no Chinese stays."""
    return CHINESE.sub("ω", message)


def made_up(found: Catalog) -> bytes:
    """A PO file with a translation for every message."""
    made = Catalog(locale="en", fuzzy=False)
    for message in found:
        if message.id:
            forms = tuple(map(told, message.id)) if message.pluralizable else told(message.id)
            made.add(message.id, forms, context=message.context)
    buffer = io.BytesIO()
    write_po(buffer, made)
    return buffer.getvalue()


def made_up_texts() -> Texts:
    """The made-up language."""
    return texts_of("en", made_up(catalog()))


def moved(text: str) -> str:
    """The same words in characters that stand for Chinese ones and are none."""
    return CHINESE.sub(lambda match: chr(ord(match[0]) - FROM + TO), text)


def moved_row(row: Mapping[str, str]) -> dict[str, str]:
    """A row in moved characters, codes and units as they are."""
    return {column: cell if column in KEPT else moved(cell) for column, cell in row.items()}


def moved_package(package: Package) -> Package:
    """The package in moved characters, its words for people as well as the source."""
    descriptor: dict[str, Any] = json.loads(moved(json.dumps(package.descriptor, ensure_ascii=False)))
    tables = {name: tuple(map(moved_row, rows)) for name, rows in package.tables.items()}
    files = {
        path: moved(data.decode()).encode() if path.endswith((".txt", ".yml")) else data
        for path, data in package.files.items()
    }
    return replace(package, descriptor=descriptor, text=moved(package.text), tables=tables, files=files)
