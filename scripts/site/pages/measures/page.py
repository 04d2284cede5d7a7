"""The pages of the measures and the list of them all."""

from __future__ import annotations

from typing import Any

from scripts.package import SOURCE, Row
from scripts.site.citation import citation
from scripts.site.model.number_notes import notes_within
from scripts.site.page import Page, beside, csv_file, json_file, listed, local, own_files
from scripts.site.pages.measures.related import Related, related_measures
from scripts.site.pages.measures.sentences import claims, sentence_at, sentences
from scripts.site.pages.parts.items import STYLE
from scripts.site.pages.parts.measure_lines import measure_lines
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import CHINESE


def pages(site: Site) -> list[Page]:
    """One page for each measure, after the list of them all."""
    related = related_measures(site)
    return [_index(site), *(_page(site, row, related[row["measure"]]) for row in site.tables["measures"])]


def _page(site: Site, row: Row, related: Related) -> Page:
    text, links, measure = site.text, site.links, row["measure"]
    link, chapter = links.measures[measure], links.chapters[row["chapter"]]
    siblings = [sibling["measure"] for sibling in site.rows("measures", "chapter", row["chapter"])]
    cite = citation(site, link.title, link.address)
    meta = {
        "title": link.title,
        "styles": [STYLE],
        "description": _description(site, row),
        "section": links.sections["measures"].address,
        "crumbs": [listed(links.sections["measures"]), listed(chapter)],
        "local": local(chapter, {sibling: links.measures[sibling] for sibling in siblings}),
        "data": own_files(link.address, "json"),
        "origin": text._("datapackage/{source} {lines}", source=SOURCE, lines=site.lines(row)),
        "cite": cite.first,
        **beside(links.measures, measure),
    }
    told = {"row": row, "measure": link, "chapter": chapter, "related": related, "cite": cite, "lines": site.lines(row)}
    return Page(
        link.address, meta, render(text, "pages/measures/measure.md.j2", link.address, **told, **_contents(site, row))
    )


def _contents(site: Site, row: Row) -> dict[str, Any]:
    """What stands in a measure and who answers for it, as the template wants it."""
    measure = row["measure"]
    claimed, numbers = claims(site, measure), site.rows("numbers", "measure", measure)
    return {
        "printed": site.printed("measures", measure),
        "targets": [
            (target, notes_within(target, numbers), _words(site, target))
            for target in site.rows("targets", "measure", measure)
        ],
        "sentences": sentences(site, measure),
        "errata": site.rows("errata", "measure", measure),
        "certainties": site.labels("errata", "certainty"),
        "numbers": [
            (number, sentence_at(site, measure, int(number["source_start"])), claimed.get(number["number"], ()))
            for number in numbers
        ],
        "classes": site.labels("numbers", "class"),
        "leads": [site.links.departments[slug] for slug in site.departments(measure, "lead")],
        "participants": [site.links.departments[slug] for slug in site.departments(measure, "participating")],
    }


def _words(site: Site, target: Row) -> str:
    """Where the page says a target: its very words, or the sentence that translates them."""
    if site.text.language == CHINESE:
        return f"q{target['target']}"
    return f"s{sentence_at(site, target['measure'], int(target['source_start']))}"


def _description(site: Site, row: Row) -> str:
    text, count = site.text, len(site.rows("targets", "measure", row["measure"]))
    leads = text.listed(site.links.departments[slug].title for slug in site.departments(row["measure"], "lead"))
    measure, chapter = site.links.measures[row["measure"]].title, site.links.chapters[row["chapter"]].title
    about = {"measure": measure, "chapter": chapter, "leads": leads}
    if count and leads:
        return text.ngettext(
            "辽宁省“十三五”节能减排方案{measure}（{chapter}）。{n} 个目标，牵头单位：{leads}。", count, **about
        )
    if count:
        return text.ngettext("辽宁省“十三五”节能减排方案{measure}（{chapter}）。{n} 个目标。", count, **about)
    if leads:
        return text._(
            "辽宁省“十三五”节能减排方案{measure}（{chapter}）。没有数值或期限目标，牵头单位：{leads}。", **about
        )
    return text._("辽宁省“十三五”节能减排方案{measure}（{chapter}）。没有数值或期限目标。", **about)


def _index(site: Site) -> Page:
    text, link = site.text, site.links.sections["measures"]
    chapters = [
        (chapter, title, measure_lines(site, (row["measure"] for row in site.rows("measures", "chapter", chapter))))
        for chapter, title in site.links.chapters.items()
    ]
    total = len(site.links.measures)
    meta = {
        "title": link.title,
        "styles": [STYLE],
        "description": text.ngettext(
            "辽宁省“十三五”节能减排方案的 {chapters} 章 {n} 条，每条注明牵头单位和目标个数。",
            total,
            chapters=len(chapters),
        ),
        "data": [csv_file("data/measures.csv"), json_file("data/measures.json")],
        "origin": text._("datapackage/{source}", source=SOURCE),
    }
    body = render(text, "pages/measures/index.md.j2", link.address, chapters=chapters, total=total)
    return Page(link.address, meta, body)
