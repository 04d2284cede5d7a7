"""Where the plan uses each term of the glossary."""

from __future__ import annotations

from scripts.compact_text import without_space
from scripts.site import addresses
from scripts.site.markup import is_chinese
from scripts.site.model.links import Link
from scripts.site.model.media import medium_of
from scripts.site.model.rows import span
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, OTHER, twin


def spellings(site: Site, term: str) -> list[str]:
    """How else a term is written; what people call it in everyday words is for the search.

    On a page that is not Chinese the Chinese ones come last.
    """
    rows = (row for row in site.rows("aliases", "entity", term) if row["entity_type"] == "term")
    names = [row["alias"] for row in rows if row["kind"] != "everyday"]
    return names if site.text.language == CHINESE else sorted(names, key=is_chinese)


def other_names(site: Site) -> list[str]:
    """The name of every term in the other language."""
    column = twin(OTHER[site.text.language][0], "name")
    return [row[column] for row in site.package.tables["terms"]]


def ways_in(site: Site, places: dict[str, list[Link]]) -> list[tuple[str, list[Link]]]:
    """The terms by the chapter that first names them, the others after; (where, links to the terms)."""
    chapters = {site.links.measures[row["measure"]].address: row["chapter"] for row in site.tables["measures"]}
    found: dict[str, list[Link]] = {}
    for row in site.tables["terms"]:
        chapter = next((chapters[place.address] for place in places[row["term"]] if place.address in chapters), "")
        title = site.links.chapters[chapter].title if chapter else site.text._("附件")
        found.setdefault(title, []).append(Link(row["name"], addresses.term(row["term"])))
    return list(found.items())


def media_of_terms(site: Site) -> dict[str, tuple[str, list[Link]]]:
    """Term that is a pollutant's name → what it pollutes, and the terms of the others that do."""
    terms = {row["name"]: row["term"] for row in site.tables["terms"]}
    names = {row["indicator"]: row["name"] for row in site.tables["indicators"] if row["name"] in terms}
    found = {}
    for indicator, name in names.items():
        if medium := medium_of(site.text, indicator):
            others = [names[other] for other in medium.others if other in names]
            found[terms[name]] = (medium.name, [Link(other, addresses.term(terms[other])) for other in others])
    return found


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
