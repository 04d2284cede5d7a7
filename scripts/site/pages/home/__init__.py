"""The home page: the plan in figures, the cities on a grid, the chapters, the ways in."""

from scripts.site.pages.home.page import pages

__all__ = ["pages"]
