"""The pages of the departments and the list of them all: duties, matrix, templates and JSON in one place."""

from scripts.site.pages.departments.duties import sheets
from scripts.site.pages.departments.page import pages
from scripts.site.pages.departments.record import KIND, TITLE, facts_schema, records

__all__ = ["KIND", "TITLE", "facts_schema", "pages", "records", "sheets"]
