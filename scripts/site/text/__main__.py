"""`python -m scripts.site.text`: brings the English catalog up to date with what the program says.

A new message is added without a translation and one that is no longer said goes; the theme's part is written again.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from scripts.files import write_whole
from scripts.site.text.catalog import THEME, catalog, theme_catalogs
from scripts.site.text.texts import ENGLISH, PO, english

THEME_CATALOGS = THEME / "site" / "catalogs.html"


def updated(po: bytes) -> tuple[bytes, int]:
    """(the PO file with every message of the program and no other, how many have no translation)."""
    known, made = read_po(io.BytesIO(po), locale=ENGLISH), Catalog(locale=ENGLISH)
    for message in catalog():
        if message.id:
            kept = known.get(message.id, message.context)
            made.add(message.id, kept.string if kept else None, context=message.context)
    out = io.BytesIO()
    write_po(out, made, width=0, omit_header=True, no_location=True)
    return out.getvalue(), sum(1 for message in made if message.id and not all(strings(message.string)))


def strings(told: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The one translation of a message, or its plural forms; a message without any has an empty one."""
    return (told or "",) if isinstance(told, str | None) else tuple(told)


def main(path: Path = PO) -> int:
    """Write both files; 1 where a message waits for its translation."""
    po, waiting = updated(path.read_bytes())
    write_whole(path, po)
    write_whole(THEME_CATALOGS, theme_catalogs([english()]))
    if waiting:
        print(f"{path.name}：{waiting} 条还没有英文", file=sys.stderr)
    return int(waiting > 0)


if __name__ == "__main__":
    sys.exit(main())
