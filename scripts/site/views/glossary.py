"""The glossary: each term with its other spellings and the places of the plan that use it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.compact_text import without_space
from scripts.package import Package
from scripts.site import addresses
from scripts.site.markup import heading_id
from scripts.site.views.common import Link, grouped, measure_link, span
from scripts.site.views.terms import read_terms, terms_of_measures


@dataclass(frozen=True)
class TermView:
    """A term; `heading` is its identifier, `places` are the items and annexes in which its name stands."""

    heading: Markup
    name: str
    name_en: str
    definition: str
    basis: str
    aliases: tuple[str, ...]
    places: tuple[Link, ...]


def glossary_view(package: Package) -> tuple[TermView, ...]:
    """All terms in the order of the table."""
    tables = package.tables
    aliases = grouped((row for row in tables["aliases"] if row["entity_type"] == "term"), "entity")
    items, annexes = items_of_terms(package), annexes_of_terms(package)
    return tuple(
        TermView(
            heading=heading_id(row["term"]),
            name=row["name"],
            name_en=row["name_en"],
            definition=row["definition"],
            basis=row["basis"],
            aliases=tuple(alias["alias"] for alias in aliases.get(row["term"], ())),
            places=items.get(row["term"], ()) + annexes.get(row["term"], ()),
        )
        for row in tables["terms"]
    )


def items_of_terms(package: Package) -> dict[str, tuple[Link, ...]]:
    """Term → the items whose title or text names it, in the plan's order."""
    named = terms_of_measures(package)
    found: dict[str, tuple[Link, ...]] = {}
    for row in package.tables["measures"]:
        for term in sorted(named[row["measure"]]):
            found[term] = (*found.get(term, ()), measure_link(row))
    return found


def annexes_of_terms(package: Package) -> dict[str, tuple[Link, ...]]:
    """Term → the annexes that name it, at their place in the source."""
    terms = read_terms(package)
    found: dict[str, tuple[Link, ...]] = {}
    for row in package.tables["segments"]:
        if row["kind"] == "annex":
            start, end = span(row)
            link = Link(f"附件 {row['ref']}", addresses.source(row["source_start"]))
            for term in sorted({term for term, _, _ in terms.find(without_space(package.text[start:end]))}):
                found[term] = (*found.get(term, ()), link)
    return found
