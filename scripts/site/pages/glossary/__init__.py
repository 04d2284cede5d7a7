"""The glossary: each term with its other spellings and the places of the plan that use it."""

from scripts.site.pages.glossary.page import pages

__all__ = ["pages"]
