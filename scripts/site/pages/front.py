"""Front matter that several kinds of pages write in the same way."""

from __future__ import annotations

from scripts.site.views.common import Link

MEASURES = Link("措施", "measures/")
DEPARTMENTS = Link("部门", "departments/")


def listed(link: Link) -> dict[str, str]:
    """A link as front matter holds it."""
    return {"title": link.title, "url": link.address}


def around(previous: Link | None, following: Link | None) -> dict[str, dict[str, str]]:
    """The pages before and after this one, as far as there are any."""
    return {key: listed(link) for key, link in (("prev", previous), ("next", following)) if link}


def json_file(address: str) -> dict[str, str]:
    """The entry for a JSON file at a site path."""
    return {"title": "JSON", "url": address, "type": "application/json"}


def csv_file(address: str) -> dict[str, str]:
    """The entry for a CSV file at a site path."""
    return {"title": "CSV", "url": address, "type": "text/csv"}
