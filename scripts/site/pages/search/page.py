"""The search page: results where scripts run, and without them everything by kind, for the browser's own find."""

from __future__ import annotations

from scripts.site.page import Page
from scripts.site.search.entry import KINDS, EntryLine, SearchEntry
from scripts.site.search.index import entries
from scripts.site.site import Site
from scripts.site.templating import render

ADDRESS = "search/"


def pages(site: Site) -> list[Page]:
    """The one page."""
    text, found = site.text, entries(site)
    kinds = [(kind, text._(name), [listed(site, e) for e in found if e.kind == kind]) for kind, name in KINDS.items()]
    meta = {
        "title": text._("搜索"),
        "description": text._("搜索辽宁省“十三五”节能减排方案的措施、城市、指标、部门、术语和数据；也是全站的目录。"),
        "styles": ["assets/search.css"],
        "scripts": ["assets/search.js"],
    }
    return [Page(ADDRESS, meta, render(text, "pages/search/search.md.j2", ADDRESS, kinds=kinds))]


def listed(site: Site, entry: SearchEntry) -> tuple[SearchEntry, list[str], str]:
    """An entry, its names other than its title, and what stands on its page: of a measure the text without its heading.

    The numbers of a measure are no names to read.
    """
    names = [name for name in entry.names if name not in entry.title and not entry.run]
    if entry.run:
        return entry, names, "".join(line.text for line in entry.lines[1 : entry.run])
    told = (_told(site, line) for line in entry.lines)
    return entry, names, site.text.clauses(told)


def _told(site: Site, line: EntryLine) -> str:
    return site.text._("{label} {value}", label=line.text, value=line.value) if line.value else line.text
