"""The data dictionary, /data/dictionary/, with the drawing of how the tables join."""

from scripts.site.pages.dictionary.page import pages

__all__ = ["pages"]
