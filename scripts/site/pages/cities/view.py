"""What a city's page says: its figures in the five annexes, the province's beside them, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.package import Row
from scripts.site.model.checks import Check
from scripts.site.model.figures import COMMITMENTS, CityFigure
from scripts.site.model.links import Link
from scripts.site.model.media import medium_of
from scripts.site.pages.cities.lead import lead, promise
from scripts.site.site import Site
from scripts.site.text.reduction_text import projects_part
from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Group:
    """A city's figures of one indicator; `note`: what its annex says they leave out, or empty.

    `part`: how much of the required reduction the key projects take, empty where none is required.
    """

    link: Link
    indicator: str
    annex: str
    note: str
    part: str
    figures: tuple[CityFigure, ...]


@dataclass(frozen=True)
class Note:
    """What an annex says its figures leave out, and the indicators it says it of.

    `one_share`: are the key projects one share of the emissions in every city, which speaks for one scope?
    """

    words: str
    indicators: tuple[str, ...]
    one_share: bool


@dataclass(frozen=True)
class CityView:
    """A city's page; `lead`: what the city has to do, in one sentence.

    `facts`: an indicator with what it pollutes, the target for it, and what stands beside it.
    """

    slug: str
    name: str
    link: Link
    lead: str
    facts: tuple[tuple[Link, str, str], ...]
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    cities: int

    @property
    def figures(self) -> Iterator[tuple[Group, CityFigure]]:
        """Every figure with its group."""
        return ((group, figure) for group in self.groups for figure in group.figures)

    @property
    def commitments(self) -> list[tuple[Group, CityFigure]]:
        """What the city has to keep: one figure of each indicator, printed."""
        return [(group, figure) for group, figure in self.figures if figure.quantity in COMMITMENTS]

    @property
    def compare(self) -> str:
        """What the page for comparing begins with: by how much the first pollutant has to fall in each city."""
        return "".join(f"?indicator={group.indicator}&quantity=reduction_pct" for group, _ in self.derived[:1])

    @property
    def derived(self) -> list[tuple[Group, list[CityFigure]]]:
        """The figures that this project derived, by indicator."""
        found = [(group, [figure for figure in group.figures if figure.formula]) for group in self.groups]
        return [(group, figures) for group, figures in found if figures]


def city_view(site: Site, city: str) -> CityView:
    """The view of one city."""
    link = site.links.cities[city]
    groups = tuple(group_of(site, city, row) for row in site.tables["indicators"])
    return CityView(
        slug=city,
        name=site.row("cities", city)["name"],
        link=link,
        lead=lead(site.text, link.title, ((group.link.title, group.figures) for group in groups)),
        facts=tuple(
            (named(site.text, group), *promise(site.text, figure))
            for group in groups
            for figure in group.figures
            if figure.quantity in COMMITMENTS
        ),
        groups=groups,
        notes=notes(site, groups),
        cities=len(site.links.cities),
    )


def named(text: Texts, group: Group) -> Link:
    """The link to an indicator, of a pollutant with what it pollutes: 化学需氧量（水）."""
    medium = medium_of(text, group.indicator)
    if medium is None:
        return group.link
    told = text._("{indicator}（{medium}）", indicator=group.link.title, medium=medium.name)
    return Link(told, group.link.address)


def group_of(site: Site, city: str, row: Row) -> Group:
    """A city's figures of an indicator, a row of `indicators`."""
    figures = tuple(site.figures.of_city(city, row["indicator"]))
    return Group(
        link=site.links.indicators[row["indicator"]],
        indicator=row["indicator"],
        annex=row["annex"],
        note=next((figure.note for figure in figures if figure.note), ""),
        part=part_of(site.text, figures),
        figures=figures,
    )


def part_of(text: Texts, figures: tuple[CityFigure, ...]) -> str:
    """How much of the required reduction the key projects take; empty where none is required."""
    own = {figure.quantity: figure for figure in figures}
    if "required_reduction" not in own:
        return ""
    return projects_part(text, own["required_reduction"].number, own["key_project_reduction"].value)


def notes(site: Site, groups: tuple[Group, ...]) -> tuple[Note, ...]:
    """The annexes' own notes, each once."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        if group.note:
            found.setdefault(group.note, []).append(group)
    return tuple(
        Note(
            words,
            tuple(group.link.title for group in noted),
            all(has_one_share(site.checks[group.indicator]) for group in noted),
        )
        for words, noted in found.items()
    )


def has_one_share(checks: tuple[Check, ...]) -> bool:
    """Did the check of the key projects' share find one that gives every city's figure?"""
    return any(check.row["check"] == "key_project_share" and check.row["verdict"] == "agrees" for check in checks)
