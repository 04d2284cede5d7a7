"""Departments and terms as entries."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site import addresses
from scripts.site.search.entry import EntryLine, SearchEntry, unique
from scripts.site.site import Site


def department_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a department: its names, and how many measures it leads and takes part in."""
    text = site.text
    for row in site.tables["departments"]:
        slug, link = row["department"], site.links.departments[row["department"]]
        roles = [part["role"] for part in site.rows("measure_departments", "department", slug)]
        lead, participating = roles.count("lead"), roles.count("participating")
        yield SearchEntry(
            kind="department",
            address=link.address,
            title=link.title,
            names=unique((row["name"], row["full_name"], row["name_en"], *site.aliases("department", slug))),
            lines=(
                EntryLine("", text._("牵头"), text.ngettext("牵头 {n} 条", lead)),
                EntryLine("", text._("参加"), text.ngettext("参加 {n} 条", participating)),
            ),
        )


def term_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a term of the glossary."""
    for row in site.tables["terms"]:
        yield SearchEntry(
            kind="term",
            address=addresses.term(row["term"]),
            title=row["name"],
            names=unique((row["name"], row["name_en"], *site.aliases("term", row["term"]))),
            lines=(EntryLine("", row["definition"]),),
        )
