"""Every record of the site: the data behind the pages of items, cities, indicators and departments."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.package import Package
from scripts.site.views.record import Record, joined
from scripts.site.views.record_departments import department_records
from scripts.site.views.record_figures import city_records, indicator_records
from scripts.site.views.record_measures import measure_records


def records(package: Package) -> Iterator[Record]:
    """Kind by kind, in the order of the tables."""
    tables = joined(package)
    yield from measure_records(tables)
    yield from city_records(tables)
    yield from indicator_records(tables)
    yield from department_records(tables)
