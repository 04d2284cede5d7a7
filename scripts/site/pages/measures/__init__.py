"""The pages of the measures and the list of them all: sentences, related measures, templates and JSON in one place."""

from scripts.site.pages.measures.page import pages
from scripts.site.pages.measures.record import KIND, TITLE, facts_schema, records

__all__ = ["KIND", "TITLE", "facts_schema", "pages", "records"]
