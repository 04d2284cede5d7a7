"""The pages of the departments, the list of them all and their matrix with the chapters."""

from __future__ import annotations

from scripts.package import SOURCE, Package
from scripts.site import addresses
from scripts.site.page import Page, body_request
from scripts.site.pages.front import DEPARTMENTS, csv_file, json_file, listed
from scripts.site.settings import Settings
from scripts.site.views.departments import (
    DepartmentView,
    Kind,
    Matrix,
    department_views,
    departments_by_kind,
    matrix,
)

ORIGIN = f"datapackage/etc/departments.yml；条目见 datapackage/{SOURCE}"


def departments_pages(package: Package, settings: Settings) -> list[Page]:
    """One page for each department, after the list of them all."""
    views = department_views(package)
    index = _index(departments_by_kind(package, views), matrix(package), len(views))
    return [index, *map(_page, views)]


def _index(kinds: tuple[Kind, ...], table: Matrix, total: int) -> Page:
    address = DEPARTMENTS.address
    meta = {
        "title": DEPARTMENTS.title,
        "description": f"辽宁省“十三五”节能减排方案点名的 {total} 个部门和单位：各牵头、参加哪些条目，与各章的对照表。",
        "data": [
            csv_file("data/departments.csv"),
            json_file("data/departments.json"),
            csv_file("data/measure_departments.csv") | {"title": "各条的责任单位 CSV"},
        ],
        "origin": ORIGIN,
    }
    return Page(address, meta, body_request("departments.md.j2", address, kinds=kinds, matrix=table, total=total))


def _page(view: DepartmentView) -> Page:
    address = view.link.address
    meta = {
        "title": view.link.title,
        "description": f"{view.full_name}在辽宁省“十三五”节能减排方案里牵头 {len(view.leads)} 条、"
        f"参加 {len(view.participates)} 条，牵头的条目里有 {len(view.targets)} 个目标。",
        "crumbs": [listed(DEPARTMENTS)],
        "data": [json_file(addresses.data_file(address, "json"))],
        "origin": ORIGIN,
    }
    return Page(address, meta, body_request("department.md.j2", address, view=view))
