"""The pages that a person wrote, as entries: one for each section, so that a result leads to the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from scripts.site.search.entry import EntryLine, SearchEntry, unique
from scripts.site.site import Site

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TITLE = re.compile(r"^# (?P<title>.+?)(?: \{ #top \})?$", re.MULTILINE)
#: a heading with the address that its writer gave it
SECTION = re.compile(r"^#{2,3} (?P<title>.+?) \{ #(?P<id>[\w.-]+) \}$", re.MULTILINE)
#: what is no text to read: blocks of code, tags, the targets of links, marks of Markdown
LEFT_OUT = re.compile(
    r"^```.*?^```$|<pre.*?</pre>|<button.*?</button>|<[^>]+>|(?<=\])\([^)]*\)|\{ [#.][^}]*\}|[*`\[\]|]|^#+ |:?-{3,}:?",
    re.DOTALL | re.MULTILINE,
)


def paragraphs(markdown: str) -> list[str]:
    """The text of a part of a page, a line each."""
    lines = (" ".join(unescape(line).split()) for line in LEFT_OUT.sub(" ", markdown).split("\n"))
    return [line for line in lines if line]


def written_entries(site: Site, pages: Mapping[str, str]) -> Iterator[SearchEntry]:
    """One entry a section; `pages`: site path → Markdown of a page."""
    for address, markdown in pages.items():
        body = FRONT.sub("", markdown)
        page = TITLE.search(body)
        if page is None:
            raise ValueError(f"{address}: no title")
        found = list(SECTION.finditer(body))
        ends = [section.start() for section in found[1:]] + [len(body)]
        for section, end in zip(found, ends, strict=True):
            title = site.text._("{page}：{section}", page=page["title"], section=section["title"])
            lines = tuple(EntryLine("", line) for line in paragraphs(body[section.end() : end]))
            yield SearchEntry("data", f"{address}#{section['id']}", title, unique((section["title"],)), lines)
