"""The page of the public check: do the cities' figures add up to the province's?"""

from scripts.site.pages.reconciliation.page import pages

__all__ = ["pages"]
