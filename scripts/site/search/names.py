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
        counts = (
            text.ngettext("牵头 {n} 条", roles.count("lead")),
            text.ngettext("参加 {n} 条", roles.count("participating")),
        )
        told = text._("{name}：{counts}", name=row["full_name"], counts=text.points(counts))
        yield SearchEntry(
            kind="department",
            address=link.address,
            title=link.title,
            names=unique((row["name"], row["full_name"], row["name_en"], *site.aliases("department", slug))),
            lines=(EntryLine("", told),),
        )


def term_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a term of the glossary."""
    for row in site.tables["terms"]:
        basis = site.text._("依据：{basis}", basis=row["basis"])
        yield SearchEntry(
            kind="term",
            address=addresses.term(row["term"]),
            title=row["name"],
            names=unique((row["name"], row["name_en"], *site.aliases("term", row["term"]))),
            lines=(EntryLine("", row["definition"]), EntryLine("", basis)),
        )
