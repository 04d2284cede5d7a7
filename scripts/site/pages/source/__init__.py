"""The source as printed: every paragraph and table cell with its place, page breaks and errata."""

from scripts.site.pages.source.page import pages

__all__ = ["pages"]
