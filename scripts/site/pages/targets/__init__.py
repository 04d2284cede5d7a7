"""The page of all targets in the plan's text."""

from scripts.site.pages.targets.page import pages

__all__ = ["pages"]
