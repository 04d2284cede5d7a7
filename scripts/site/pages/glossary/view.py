"""Where the plan uses each term of the glossary."""

from __future__ import annotations

from scripts.compact_text import without_space
from scripts.site import addresses
from scripts.site.model.links import Link
from scripts.site.model.rows import span
from scripts.site.site import Site


def places_of_terms(site: Site) -> dict[str, list[Link]]:
    """Term → the measures whose title or text names it, then the annexes; a term that nothing names has no places."""
    places: dict[str, list[Link]] = {row["term"]: [] for row in site.tables["terms"]}
    for measure, link in site.links.measures.items():
        for term in site.terms_of(measure):
            places[term].append(link)
    for row in site.tables["segments"]:
        if row["kind"] == "annex":
            start, end = span(row)
            link = Link(site.text._("附件 {annex}", annex=row["ref"]), addresses.source(row["source_start"]))
            for term in {term for term, _, _ in site.terms.find(without_space(site.package.text[start:end]))}:
                places[term].append(link)
    return places
