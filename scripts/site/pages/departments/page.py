"""The pages of the departments, the list of them all and their matrix with the chapters."""

from __future__ import annotations

from typing import Any

from scripts.package import SOURCE, Row
from scripts.site.citation import citation
from scripts.site.model.links import Link
from scripts.site.page import Page, csv_file, json_file, listed, own_files
from scripts.site.pages.departments.duties import led_list
from scripts.site.pages.departments.view import matrix, measures_of, partners
from scripts.site.pages.parts.items import STYLE
from scripts.site.pages.parts.measure_lines import measure_lines
from scripts.site.site import Site
from scripts.site.templating import render

#: its page, its full name in Chinese, how many measures it leads and in how many it takes part
DepartmentLine = tuple[Link, str, int, int]


def pages(site: Site) -> list[Page]:
    """One page for each department, after the list of them all."""
    return [_index(site), *(_page(site, row) for row in site.tables["departments"])]


def kinds(site: Site) -> list[tuple[str, str, list[DepartmentLine]]]:
    """(kind, label, its departments) of every kind that has any, in the order of the vocabulary."""
    found = []
    for kind, label in site.labels("departments", "kind").items():
        members = [_line(site, row) for row in site.tables["departments"] if row["kind"] == kind]
        if members:
            found.append((kind, label, members))
    return found


def _line(site: Site, row: Row) -> DepartmentLine:
    led, joined = (len(measures_of(site, row["department"], role)) for role in ("lead", "participating"))
    printed = site.printed("departments", row["department"])
    return site.links.departments[row["department"]], printed["full_name"], led, joined


def _origin(site: Site) -> str:
    return site.text._("datapackage/etc/departments.yml；条目见 datapackage/{source}", source=SOURCE)


def _index(site: Site) -> Page:
    text, link, total = site.text, site.links.sections["departments"], len(site.links.departments)
    meta = {
        "title": link.title,
        "styles": [STYLE],
        "description": text.ngettext(
            "辽宁省“十三五”节能减排方案点名的 {n} 个部门和单位：各牵头、参加哪些条目，与各章的对照表。", total
        ),
        "data": [
            csv_file("data/departments.csv"),
            json_file("data/departments.json"),
            csv_file("data/measure_departments.csv", text._("各条的责任单位 CSV")),
        ],
        "origin": _origin(site),
    }
    most, rows = matrix(site)
    chapters = [(row, site.links.chapters[row["chapter"]]) for row in site.tables["chapters"]]
    told: dict[str, Any] = {"total": total, "kinds": kinds(site), "chapters": chapters, "most": most, "rows": rows}
    return Page(link.address, meta, render(text, "pages/departments/index.md.j2", link.address, **told))


def _page(site: Site, row: Row) -> Page:
    text, department = site.text, row["department"]
    link, section = site.links.departments[department], site.links.sections["departments"]
    leads, participates = (measures_of(site, department, role) for role in ("lead", "participating"))
    targets = [target for measure in leads for target in site.rows("targets", "measure", measure)]
    cite = citation(site, link.title, link.address)
    counts = {"department": row["full_name"], "leads": len(leads), "participates": len(participates)}
    meta = {
        "title": link.title,
        "styles": [STYLE],
        "description": text.ngettext(
            "{department}在辽宁省“十三五”节能减排方案里牵头 {leads} 条、参加 {participates} 条，"
            "牵头的条目里有 {n} 个目标。",
            len(targets),
            **counts,
        ),
        "crumbs": [listed(section)],
        "data": own_files(link.address, "xlsx", "json"),
        "origin": _origin(site),
        "cite": cite.first,
    }
    told: dict[str, Any] = {
        "row": row,
        "printed": site.printed("departments", department),
        "department": link,
        "kind": site.labels("departments", "kind")[row["kind"]],
        "leads": measure_lines(site, leads),
        "participates": measure_lines(site, participates),
        "led": led_list(site, row),
        "targets": targets,
        "partners": partners(site, department),
        "cite": cite,
    }
    return Page(link.address, meta, render(text, "pages/departments/department.md.j2", link.address, **told))
