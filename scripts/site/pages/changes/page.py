"""The page of what each version changed, from the changelog."""

from __future__ import annotations

from markupsafe import Markup

from scripts.site.page import Page
from scripts.site.pages.changes.view import versions_of
from scripts.site.pages.parts.data_section import CHANGES, in_section
from scripts.site.repository import CHANGELOG, CHANGELOG_EN, kept
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import CHINESE, ENGLISH

#: language → its changelog
FILES = {CHINESE: CHANGELOG, ENGLISH: CHANGELOG_EN}


def pages(site: Site) -> list[Page]:
    """The one page; the changelog is a file of our own and Markdown, which goes into the page as it is."""
    text, file = site.text, FILES[site.text.language]
    meta = {
        "title": text._("变更记录"),
        "description": text._("数据每一版增加、移除、更正了什么，按主键逐条列出。"),
        **in_section(site),
        "origin": file,
    }
    versions = list(versions_of(text.language, kept(file).decode("utf-8")))
    return [Page(CHANGES, meta, render(text, "pages/changes/index.md.j2", CHANGES, versions=versions, markdown=Markup))]
