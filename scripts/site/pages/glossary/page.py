"""The page of the glossary."""

from __future__ import annotations

from scripts.site.page import Page, csv_file, json_file
from scripts.site.pages.glossary.view import media_of_terms, other_names, places_of_terms, spellings, ways_in
from scripts.site.site import Site
from scripts.site.templating import render

ADDRESS = "glossary/"


def pages(site: Site) -> list[Page]:
    """The one page; raises ValueError for a term that can be no id of a heading."""
    text, places = site.text, places_of_terms(site)
    terms = [
        (row, name, spellings(site, row["term"]), places[row["term"]])
        for row, name in zip(site.tables["terms"], other_names(site), strict=True)
    ]
    meta = {
        "title": text._("术语"),
        "description": text.ngettext(
            "辽宁省“十三五”节能减排方案里的 {n} 个术语，用平常的话说明，写出依据和出现的条目。", len(terms)
        ),
        "scripts": ["assets/glossary.js"],
        "data": [csv_file("data/terms.csv"), json_file("data/terms.json")],
        "origin": "datapackage/etc/terms.yml",
    }
    return [
        Page(
            ADDRESS,
            meta,
            render(
                text,
                "pages/glossary/glossary.md.j2",
                ADDRESS,
                terms=terms,
                ways=ways_in(site, places),
                media=media_of_terms(site),
            ),
        )
    ]
