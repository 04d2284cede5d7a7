"""The page where readers choose cities, indicator and quantity."""

from scripts.site.pages.explore.page import pages

__all__ = ["pages"]
