"""Measures in a list: each with the departments that lead it and the number of its targets."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.site.model.links import Link
from scripts.site.site import Site

#: the page, the names of the departments that lead, how many targets
MeasureLine = tuple[Link, list[str], int]


def measure_lines(site: Site, measures: Iterable[str]) -> list[MeasureLine]:
    """The lines of the given measures."""
    return [
        (
            site.links.measures[measure],
            [site.links.departments[department].title for department in site.departments(measure, "lead")],
            len(site.rows("targets", "measure", measure)),
        )
        for measure in measures
    ]
