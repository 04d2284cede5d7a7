"""How to load the data, /data/use/: code in several languages with what it prints."""

from scripts.site.pages.use.page import pages

__all__ = ["pages"]
