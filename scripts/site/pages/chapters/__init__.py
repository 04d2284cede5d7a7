"""The pages of the chapters: their measures, targets and departments."""

from scripts.site.pages.chapters.page import pages

__all__ = ["pages"]
