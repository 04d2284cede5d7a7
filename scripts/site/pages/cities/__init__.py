"""The pages of the cities and the list of them all: view, charts, templates and JSON in one place."""

from scripts.site.pages.cities.page import pages
from scripts.site.pages.cities.record import KIND, TITLE, facts_schema, records
from scripts.site.pages.cities.sheet import sheets

__all__ = ["KIND", "TITLE", "facts_schema", "pages", "records", "sheets"]
