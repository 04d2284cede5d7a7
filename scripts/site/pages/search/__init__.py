"""The search page: results where scripts run, and a list of everything that can be found."""

from scripts.site.pages.search.page import pages

__all__ = ["pages"]
