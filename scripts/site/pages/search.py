"""The search page: results where scripts run, and without them everything by kind, for the browser's own find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.package import Package
from scripts.site.page import Page, body_request
from scripts.site.search.entry import KINDS, Entry
from scripts.site.search.index import entries
from scripts.site.settings import Settings

ADDRESS = "search/"


@dataclass(frozen=True)
class Listed:
    """One entry: where it is, its other names, and its text."""

    address: str
    title: str
    names: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Kind:
    """All entries of a kind."""

    slug: str
    name: str
    entries: tuple[Listed, ...]


def search_pages(package: Package, settings: Settings) -> list[Page]:
    """The one page."""
    found = entries(package)
    kinds = [Kind(slug, name, tuple(_listed(found, slug))) for slug, name in KINDS.items()]
    meta = {
        "title": "检索",
        "description": "检索辽宁省“十三五”节能减排方案的措施、城市、指标、部门、术语和数据；也是全站的目录。",
        "styles": ["assets/search.css"],
        "scripts": ["assets/search.js"],
    }
    return [Page(ADDRESS, meta, body_request("search.md.j2", ADDRESS, kinds=kinds))]


def _listed(found: list[Entry], kind: str) -> Iterator[Listed]:
    for entry in found:
        if entry.kind == kind:
            names = (name for name in entry.names if name not in entry.title and not entry.run)
            yield Listed(entry.address, entry.title, tuple(names), _text(entry))


def _text(entry: Entry) -> str:
    """What stands on its page: an item without its heading, the other lines one after the other."""
    own = entry.lines[1 : entry.run] if entry.run else entry.lines
    words = (f"{line.text} {line.value}".strip() for line in own)
    return "".join(words) if entry.run else "；".join(words)
