"""The page of what each version changed, /changes/."""

from scripts.site.pages.changes.page import pages

__all__ = ["pages"]
