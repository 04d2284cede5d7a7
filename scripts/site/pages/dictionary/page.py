"""The data dictionary, /data/dictionary/, out of datapackage.json alone."""

from __future__ import annotations

from functools import partial

from scripts.package import DESCRIPTOR
from scripts.site.fields import fields, is_required, resource_of, tables
from scripts.site.page import Page, json_file, listed
from scripts.site.pages.dictionary.diagram import diagram
from scripts.site.pages.dictionary.view import (
    TYPES,
    constraints,
    foreign_keys,
    named_by,
    shortened,
    table_links,
    unit,
    with_twins,
)
from scripts.site.pages.parts.data_section import DICTIONARY, in_section, quoting, telling
from scripts.site.site import Site
from scripts.site.templating import render
from scripts.site.text.texts import CHINESE


def pages(site: Site) -> list[Page]:
    """The one page; raises KeyError or jinja2.UndefinedError where a table or column lacks its description."""
    text, described = site.text, list(tables(site.package.descriptor))
    columns = sum(len(fields(table)) for table in described)
    keys = foreign_keys(described)
    meta = {
        "title": text._("数据词典"),
        "description": text._(
            "{tables} 张表、{columns} 列的意思、类型和约束，中英对照；各表怎样连起来，什么不能做。",
            tables=len(described),
            columns=columns,
        ),
        **in_section(site),
        "crumbs": [listed(site.links.sections["data"])],
        "data": [json_file(DESCRIPTOR)],
        "origin": f"datapackage/{DESCRIPTOR}",
    }
    names = [table["name"] for table in described]
    drawn = diagram(names, [(child, parent) for child, _, parent, _ in keys])
    body = render(
        text,
        "pages/dictionary/index.md.j2",
        DICTIONARY,
        source=resource_of(site.package.descriptor, "source"),
        tables=described,
        keys=keys,
        diagram=drawn,
        apart=table_links(name for name in names if name not in drawn.boxes),
        naming={name: table_links(child for child, _, parent, _ in keys if parent == name) for name in names},
        named_by=partial(named_by, keys),
        types=TYPES,
        constraints=partial(constraints, text),
        unit=partial(unit, text),
        shortened=partial(shortened, text),
        told=telling(site),
        quoted=quoting(site),
        has_both=text.language == CHINESE,
        is_required=is_required,
        columns=with_twins,
    )
    return [Page(DICTIONARY, meta, body)]
