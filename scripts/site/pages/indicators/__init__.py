"""The pages of the indicators and the list of them all: view, charts, templates and JSON in one place."""

from scripts.site.pages.indicators.page import pages
from scripts.site.pages.indicators.record import KIND, TITLE, facts_schema, records
from scripts.site.pages.indicators.sheet import sheets

__all__ = ["KIND", "TITLE", "facts_schema", "pages", "records", "sheets"]
