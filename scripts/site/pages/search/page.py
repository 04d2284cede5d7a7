"""The search page, and everything by kind on a page of its own for the browser's find."""

from __future__ import annotations

from scripts.site.markup import is_chinese
from scripts.site.page import Page
from scripts.site.search.annexes import cells
from scripts.site.search.entry import KINDS, EntryLine, SearchEntry
from scripts.site.search.index import SCRIPTS, entries
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import CHINESE

ADDRESS, ALL = "search/", "search/all/"


def pages(site: Site) -> list[Page]:
    """The two pages."""
    text, found = site.text, entries(site)
    kinds = [(kind, text._(name), [listed(site, e) for e in found if e.kind == kind]) for kind, name in KINDS.items()]
    search = {
        "title": text._("搜索"),
        "description": text._("搜索辽宁省“十三五”节能减排方案的措施、城市、指标、部门、术语和数据。"),
        "styles": ["assets/search.css"],
        "scripts": [SCRIPTS[text.language]],
    }
    every = {
        "title": text._("全站目录"),
        "description": text._("辽宁省“十三五”节能减排方案的措施、城市、指标、部门、术语和数据，全部列在一页。"),
        "styles": ["assets/search.css"],
        "crumbs": [{"title": text._("搜索"), "url": ADDRESS}],
    }
    return [
        Page(ADDRESS, search, render(text, "pages/search/search.md.j2", ADDRESS, all=ALL)),
        Page(ALL, every, render(text, "pages/search/all.md.j2", ALL, kinds=kinds)),
    ]


def listed(site: Site, entry: SearchEntry) -> tuple[SearchEntry, list[str], list[str]]:
    """An entry, its names other than its title, and what stands on its page: of a measure the text without its heading.

    The numbers and everyday words of a measure are no names to read. On an English page Chinese names come last.
    """
    if entry.run:
        return entry, [], [site.text.sentences(line.text for line in entry.lines[1 : entry.run])]
    title = entry.title.lower()
    names = [name for name in entry.names if name.lower() not in title]
    told = [_told(site, line) for line in (*entry.lines, *figures(site, entry))]
    return entry, names if site.text.language == CHINESE else sorted(names, key=is_chinese), told


def figures(site: Site, entry: SearchEntry) -> list[EntryLine]:
    """The figures of a city, which its page has and its entry has not."""
    if entry.kind != "city":
        return []
    names = {row["indicator"]: row["name"] for row in site.tables["indicators"]}
    city = next(row["city"] for row in site.tables["cities"] if site.links.cities[row["city"]].address == entry.address)
    own = (cell for cell in cells(site) if cell.city == city and cell.answers == "amount")
    return [
        EntryLine("", site.text._("{name} {quantity}", name=names[cell.indicator], quantity=cell.label), cell.value)
        for cell in own
    ]


def _told(site: Site, line: EntryLine) -> str:
    return site.text._("{label} {value}", label=line.text, value=line.value) if line.value else line.text
