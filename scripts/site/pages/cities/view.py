"""What a city's page says: its figures in the five annexes, the province's beside them, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.site.model.figures import COMMITMENTS, CityFigure
from scripts.site.model.links import Link
from scripts.site.site import Site


@dataclass(frozen=True)
class Group:
    """A city's figures of one indicator; `unit`: of its quantities other than percentages."""

    link: Link
    indicator: str
    unit: str
    annex: str
    figures: tuple[CityFigure, ...]


@dataclass(frozen=True)
class Note:
    """What an annex says its figures leave out, and the indicators it says it of."""

    words: str
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class CityView:
    """A city's page."""

    slug: str
    name: str
    link: Link
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
    def derived(self) -> list[tuple[Group, CityFigure]]:
        """The figures that this project derived."""
        return [(group, figure) for group, figure in self.figures if figure.formula]


def city_view(site: Site, city: str) -> CityView:
    """The view of one city."""
    groups = tuple(
        Group(
            site.links.indicators[row["indicator"]],
            row["indicator"],
            row["unit"],
            row["annex"],
            tuple(site.figures.of_city(city, row["indicator"])),
        )
        for row in site.tables["indicators"]
    )
    return CityView(
        slug=city,
        name=site.row("cities", city)["name"],
        link=site.links.cities[city],
        groups=groups,
        notes=notes(groups),
        cities=len(site.links.cities),
    )


def notes(groups: tuple[Group, ...]) -> tuple[Note, ...]:
    """The annexes' own notes, each once."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for words in dict.fromkeys(figure.note for figure in group.figures if figure.note):
            found.setdefault(words, []).append(group.link.title)
    return tuple(Note(words, tuple(indicators)) for words, indicators in found.items())
