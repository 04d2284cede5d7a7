"""The page of the downloads, /data/."""

from scripts.site.pages.data.page import pages

__all__ = ["pages"]
