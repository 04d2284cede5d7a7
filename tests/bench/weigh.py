"""What a browser fetches for a page of each kind, compressed as hosts send it."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

PAGES = {
    "home": "",
    "measure": "measures/5/",
    "chapter": "chapters/4/",
    "city": "cities/shenyang/",
    "indicator": "indicators/cod/",
    "department": "departments/environmental-protection-department/",
    "targets": "targets/",
    "reconciliation": "reconciliation/",
    "explore": "explore/",
    "glossary": "glossary/",
    "source": "source/",
    "search": "search/",
    "data": "data/",
    "dictionary": "data/dictionary/",
    "about": "about/",
}
FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]* href|script[^>]* src)="([^"]+)"')
#: in the search box: what its first use fetches, and the site's index
SEARCH = re.compile(r'data-(?:js|css)="([^"]+)"')
INDEX = "search/index.json"


@dataclass(frozen=True)
class Weight:
    """KB (1,024 bytes) and requests."""

    kb: float
    requests: int


def sent(paths: list[Path]) -> Weight:
    """These files over the wire."""
    sizes = [len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths]
    return Weight(sum(sizes) / 1024, len(sizes))


def files_of(site: Path, address: str, names: re.Pattern[str]) -> list[Path]:
    """The files of the site that a page names."""
    page = site / address / "index.html"
    return sorted({(page.parent / name).resolve() for name in names.findall(page.read_text("utf-8"))})


def weigh(site: Path) -> dict[str, Weight]:
    """Kind of page → its weight with all that is loaded with it."""
    return {
        kind: sent([site / address / "index.html", *files_of(site, address, FETCHED)])
        for kind, address in PAGES.items()
    }


def weigh_search(site: Path) -> Weight:
    """What the first query fetches beside the page."""
    return sent([site / INDEX, *files_of(site, "", SEARCH)])
