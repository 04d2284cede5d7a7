"""The pages of the chapters."""

from __future__ import annotations

from collections import Counter

from scripts.package import SOURCE, Row
from scripts.site.model.links import Link
from scripts.site.model.rows import Rows
from scripts.site.page import Page, beside, listed, local
from scripts.site.pages.parts.items import STYLE
from scripts.site.pages.parts.measure_lines import measure_lines
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import CHINESE

#: a department, how many measures of a chapter it leads and in how many it takes part
Share = tuple[Link, int, int]
#: the page of a measure, the measure as printed, its sentences, who answers for it
MeasureText = tuple[Link, Row, Rows, str]


def pages(site: Site) -> list[Page]:
    """One page for each chapter."""
    return [_page(site, row) for row in site.tables["chapters"]]


def shares(site: Site, measures: list[str]) -> list[Share]:
    """The departments of some measures: who leads most first, then who takes part most, then the order of the table."""
    duties = (row for measure in measures for row in site.rows("measure_departments", "measure", measure))
    counts = Counter((row["department"], row["role"]) for row in duties)
    found = [
        (link, counts[slug, "lead"], counts[slug, "participating"]) for slug, link in site.links.departments.items()
    ]
    return sorted((share for share in found if share[1] or share[2]), key=lambda share: (-share[1], -share[2]))


def responsible(site: Site, measure: str) -> str:
    """Who answers for a measure, where the page can't have the bracket as printed."""
    text = site.text
    leads, others = (
        text.listed(site.links.departments[slug].title for slug in site.departments(measure, role))
        for role in ("lead", "participating")
    )
    if not others:
        return text._("牵头：{leads}", leads=leads) if leads else ""
    if site.row("measures", measure)["participants_open"] == "true":
        return text._("牵头：{leads}；参加：{others}等部门", leads=leads, others=others)
    return text._("牵头：{leads}；参加：{others}", leads=leads, others=others)


def _text(site: Site, measure: str) -> MeasureText:
    printed, chinese = site.printed("measures", measure), site.text.language == CHINESE
    bracket = printed["responsibility"] if chinese else responsible(site, measure)
    return site.links.measures[measure], printed, site.rows("sentences", "measure", measure), bracket


def _page(site: Site, row: Row) -> Page:
    text, link = site.text, site.links.chapters[row["chapter"]]
    measures = [measure["measure"] for measure in site.rows("measures", "chapter", row["chapter"])]
    targets = [target for measure in measures for target in site.rows("targets", "measure", measure)]
    departments = shares(site, measures)
    counts = (
        text.ngettext("{n} 条", len(measures)),
        text.ngettext("{n} 个目标", len(targets)),
        text.ngettext("{n} 个责任单位", len(departments)),
    )
    section = site.links.sections["measures"]
    meta = {
        "title": link.title,
        "styles": [STYLE],
        "description": text._(
            "辽宁省“十三五”节能减排方案{chapter}：{counts}。", chapter=link.title, counts=text.listed(counts)
        ),
        "section": section.address,
        "crumbs": [listed(section)],
        "local": local(Link(text._("各章"), section.address), site.links.chapters),
        "origin": text._("datapackage/{source} {lines}", source=SOURCE, lines=site.lines(row)),
        **beside(site.links.chapters, row["chapter"]),
    }
    told = {
        "printed": site.printed("chapters", row["chapter"]),
        "texts": [_text(site, measure) for measure in measures],
        "chapter": link,
        "lines": measure_lines(site, measures),
        "targets": targets,
        "departments": departments,
    }
    return Page(link.address, meta, render(text, "pages/chapters/chapter.md.j2", link.address, **told))
