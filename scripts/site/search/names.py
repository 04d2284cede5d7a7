"""Departments and terms as entries."""

from __future__ import annotations

from scripts.package import Package
from scripts.site import addresses
from scripts.site.search.entry import Entry, Line, unique
from scripts.site.search.figures import aliases_of
from scripts.site.views.common import grouped

ROLES = {"lead": "牵头", "participating": "参加"}


def department_entries(package: Package) -> list[Entry]:
    """One entry a department: its names, and how many items it leads and takes part in."""
    shares = grouped(package.tables["measure_departments"], "department")
    aliases = aliases_of(package, "department")
    entries = []
    for row in package.tables["departments"]:
        roles = [share["role"] for share in shares.get(row["department"], ())]
        counts = "，".join(f"{word} {roles.count(role)} 条" for role, word in ROLES.items())
        entries.append(
            Entry(
                kind="department",
                address=addresses.department(row["department"]),
                title=row["name"],
                names=unique((row["name"], row["full_name"], row["name_en"], *aliases.get(row["department"], ()))),
                lines=(Line("", f"{row['full_name']}：{counts}"),),
            )
        )
    return entries


def term_entries(package: Package) -> list[Entry]:
    """One entry a term of the glossary."""
    aliases = aliases_of(package, "term")
    return [
        Entry(
            kind="term",
            address=addresses.term(row["term"]),
            title=row["name"],
            names=unique((row["name"], row["name_en"], *aliases.get(row["term"], ()))),
            lines=(Line("", row["definition"]), Line("", f"依据：{row['basis']}")),
        )
        for row in package.tables["terms"]
    ]
