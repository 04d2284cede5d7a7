"""What a city's page says: its figures in the five annexes, the province's beside them, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import Package, Row
from scripts.site import addresses, markup
from scripts.site.views.common import Link
from scripts.site.views.figures import CityFigure, Figures, figures_of
from scripts.site.views.province import Province, ProvinceTarget, province_of

#: The order in which a reader asks: from where, by how much, to where, and by which projects.
QUANTITIES = (
    *("increment_limit", "emissions_2015", "reduction_pct"),
    *("emissions_2020_limit", "key_project_reduction"),
)
COMMITMENTS = ("reduction_pct", "increment_limit")


@dataclass(frozen=True)
class CityLine:
    """One line of a city's table.

    `series`: the same quantity of all cities; `province` is None where item 2 sets nothing of the kind.
    """

    label: str
    figure: CityFigure
    series: tuple[CityFigure, ...]
    province: ProvinceTarget | None

    @property
    def shown(self) -> Markup:
        """The figure as the table shows it: with its % sign, other units stand above the group."""
        unit = self.figure.unit
        return markup.quantity(self.figure.value, unit) if unit == "%" else markup.number(self.figure.value)


@dataclass(frozen=True)
class CityGroup:
    """The lines of one indicator; `unit`: of its quantities other than percentages."""

    link: Link
    indicator: str
    unit: str
    annex: str
    lines: tuple[CityLine, ...]


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
    groups: tuple[CityGroup, ...]
    notes: tuple[Note, ...]
    siblings: tuple[Link, ...]
    previous: Link | None
    following: Link | None

    @property
    def lines(self) -> Iterator[tuple[CityGroup, CityLine]]:
        """Every line with its group."""
        return ((group, line) for group in self.groups for line in group.lines)

    @property
    def commitments(self) -> list[tuple[CityGroup, CityLine]]:
        """What the city has to keep: one line of each indicator, printed."""
        return [(group, line) for group, line in self.lines if line.figure.quantity in COMMITMENTS]

    @property
    def derived(self) -> list[tuple[CityGroup, CityLine]]:
        """The lines that this project derived."""
        return [(group, line) for group, line in self.lines if line.figure.formula]


def city_link(row: Row) -> Link:
    """A city's page: 沈阳市."""
    return Link(f"{row['name']}市", addresses.city(row["city"]))


def order(quantity: str) -> int:
    """Where a quantity stands in the table; raises ValueError for one outside the contract."""
    return QUANTITIES.index(quantity)


def groups(package: Package, figures: Figures, province: Province, city: str) -> Iterator[CityGroup]:
    """The city's figures by indicator, in the order of the annexes."""
    own = figures.of_city(city)
    for row in package.tables["indicators"]:
        indicator = row["indicator"]
        found = sorted((figure for (name, _), figure in own.items() if name == indicator), key=_place)
        lines = tuple(
            CityLine(
                figures.quantities[each.quantity],
                each,
                figures.series[indicator, each.quantity],
                province.beside(indicator, each.quantity),
            )
            for each in found
        )
        yield CityGroup(Link(row["name"], addresses.indicator(indicator)), indicator, row["unit"], row["annex"], lines)


def _place(figure: CityFigure) -> int:
    return order(figure.quantity)


def notes(groups: tuple[CityGroup, ...]) -> tuple[Note, ...]:
    """The annexes' own notes, each once."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for words in dict.fromkeys(line.figure.note for line in group.lines if line.figure.note):
            found.setdefault(words, []).append(group.link.title)
    return tuple(Note(words, tuple(indicators)) for words, indicators in found.items())


def city_views(package: Package) -> list[CityView]:
    """A view of every city, in the order in which the annexes print them."""
    figures, province = figures_of(package), province_of(package)
    rows = package.tables["cities"]
    links = tuple(city_link(row) for row in rows)
    views = []
    for at, row in enumerate(rows):
        made = tuple(groups(package, figures, province, row["city"]))
        views.append(
            CityView(
                slug=row["city"],
                name=row["name"],
                link=links[at],
                groups=made,
                notes=notes(made),
                siblings=links,
                previous=links[at - 1] if at else None,
                following=links[at + 1] if at + 1 < len(links) else None,
            )
        )
    return views
