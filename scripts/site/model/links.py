"""What every page of a thing is called and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.site import addresses
from scripts.site.model.rows import Rows
from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Link:
    """Words that lead to a site path."""

    title: str
    address: str


#: identifier → link, in the order of the package
Linked = Mapping[str, Link]


@dataclass(frozen=True)
class Links:
    """The pages of everything that has one of its own, by identifier; `sections`: the pages that list them."""

    sections: Linked
    chapters: Linked
    measures: Linked
    cities: Linked
    indicators: Linked
    departments: Linked


def links_of(tables: Mapping[str, Rows], text: Texts) -> Links:
    """The links to all pages, named as the site names them."""
    return Links(
        sections={
            "measures": Link(text._("措施"), "measures/"),
            "cities": Link(text._("城市"), "cities/"),
            "indicators": Link(text._("指标"), "indicators/"),
            "departments": Link(text._("部门"), "departments/"),
            "data": Link(text._("数据"), "data/"),
        },
        chapters={
            row["chapter"]: Link(
                text._("第{label}章 {title}", label=row["label"], number=row["chapter"], title=row["title"]),
                addresses.chapter(row["chapter"]),
            )
            for row in tables["chapters"]
        },
        measures={
            row["measure"]: Link(
                text._("第 {number} 条 {title}", number=row["measure"], title=row["title"]),
                addresses.measure(row["measure"]),
            )
            for row in tables["measures"]
        },
        cities={
            row["city"]: Link(text._("{name}市", name=row["name"]), addresses.city(row["city"]))
            for row in tables["cities"]
        },
        indicators={
            row["indicator"]: Link(row["name"], addresses.indicator(row["indicator"])) for row in tables["indicators"]
        },
        departments={
            row["department"]: Link(row["name"], addresses.department(row["department"]))
            for row in tables["departments"]
        },
    )


def around(linked: Linked, identifier: str) -> tuple[Link | None, Link | None]:
    """The links before and after one, None at the ends."""
    order = list(linked)
    at = order.index(identifier)
    before, after = order[at - 1 : at] if at else [], order[at + 1 : at + 2]
    return linked[before[0]] if before else None, linked[after[0]] if after else None
