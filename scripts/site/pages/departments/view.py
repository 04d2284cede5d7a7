"""What the departments have to do with the plan: their measures, their partners, the matrix with the chapters."""

from __future__ import annotations

from collections import Counter

from scripts.site.model.links import Link
from scripts.site.site import Site

#: How many partners a department's page names at least; those as frequent as the last one are named, too.
PARTNERS = 6
#: Shades of the matrix, from the lightest that differs from the page to the strongest.
SHADES = 5

#: the measures of a chapter that name a department, and how strongly the cell is shaded (0: none, 5: most)
Cell = tuple[int, int]


def measures_of(site: Site, department: str, role: str) -> list[str]:
    """The measures that a department leads or takes part in, in the plan's order."""
    rows = site.rows("measure_departments", "department", department)
    return [row["measure"] for row in rows if row["role"] == role]


def partners(site: Site, department: str) -> list[tuple[Link, int]]:
    """The departments that most measures name beside one, most frequent first, each with the number of measures."""
    beside = Counter(
        other["department"]
        for duty in site.rows("measure_departments", "department", department)
        for other in site.rows("measure_departments", "measure", duty["measure"])
        if other["department"] != department
    )
    found = [(link, beside[slug]) for slug, link in site.links.departments.items() if slug in beside]
    ranked = sorted(found, key=lambda pair: -pair[1])
    return [pair for pair in ranked if pair[1] >= ranked[:PARTNERS][-1][1]]


def matrix(site: Site) -> tuple[int, list[tuple[Link, list[Cell], int]]]:
    """The most measures in a cell, and each department with a cell for each chapter and the sum of them."""
    counts = Counter(
        (row["department"], site.row("measures", row["measure"])["chapter"])
        for row in site.tables["measure_departments"]
    )
    most = max(counts.values(), default=1)
    rows = []
    for slug, link in site.links.departments.items():
        numbers = [counts[slug, chapter] for chapter in site.links.chapters]
        rows.append((link, [(count, -(-count * SHADES // most)) for count in numbers], sum(numbers)))
    return most, rows
