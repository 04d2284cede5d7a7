"""What the home page says: the plan's headline targets, and the cities on a grid in shades of one percentage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.site.charts.tags import tag
from scripts.site.model.figures import CityFigure, Figures
from scripts.site.model.links import Link
from scripts.site.model.province import ProvinceTarget
from scripts.site.site import Site
from scripts.site.text.decimal_padding import pads

#: Row and column of each city's tile: roughly where it lies, and no map.
PLACES: Mapping[str, tuple[int, int]] = {
    "fuxin": (1, 3),
    "tieling": (1, 5),
    "chaoyang": (2, 2),
    "jinzhou": (2, 3),
    "shenyang": (2, 4),
    "fushun": (2, 5),
    "huludao": (3, 2),
    "panjin": (3, 3),
    "liaoyang": (3, 4),
    "benxi": (3, 5),
    "yingkou": (4, 3),
    "anshan": (4, 4),
    "dandong": (4, 5),
    "dalian": (5, 3),
}
#: What colours the tiles: the one pollutant whose percentage differs from city to city.
SHADED = ("cod", "reduction_pct")
#: Shades for so many different values, from light to strong.
SHADES: Mapping[int, tuple[int, ...]] = {1: (3,), 2: (1, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}

#: a cell of the table of headlines: a target of measure 2 or None, and the class of the cell
Cell = tuple[ProvinceTarget | None, str]


@dataclass(frozen=True)
class HomeView:
    """The home page.

    `headlines`: an indicator of measure 2 as the plan names it, its limit and its percentage; `tiles`: row, column,
    shade and figure of each city, from north to south; `unplaced`: cities that the grid has no place for; `legend`:
    (shade, a figure that has it), from light to strong; `tag`: what the tiles' figures are; `shaded_alone`: is the
    indicator that colours the tiles the only pollutant whose percentage differs from city to city?
    """

    headlines: list[tuple[Link, Cell, Cell]]
    tiles: list[tuple[int, int, int, CityFigure]]
    unplaced: list[Link]
    legend: list[tuple[int, CityFigure]]
    tag: str
    shaded_alone: bool


def headlines(site: Site) -> list[tuple[Link, Cell, Cell]]:
    """The targets of measure 2, one line an indicator."""
    named = [(indicator, found[0]) for indicator in site.links.indicators if (found := site.province.of(indicator))]
    columns = []
    for change in ("level", "decrease"):
        targets = [site.province.targets.get((indicator, change)) for indicator, _ in named]
        columns.append(list(zip(targets, unit_pads(targets), strict=True)))
    links = [Link(first.name, site.links.indicators[indicator].address) for indicator, first in named]
    return list(zip(links, *columns, strict=True))


def unit_pads(targets: list[ProvinceTarget | None]) -> list[str]:
    """The classes of a column's cells: only figures of one unit have their decimal points below each other."""
    found = [""] * len(targets)
    for unit in {target.unit for target in targets if target}:
        at = [place for place, target in enumerate(targets) if target and target.unit == unit]
        for place, pad in zip(
            at, pads(target.value for target in targets if target and target.unit == unit), strict=True
        ):
            found[place] = pad
    return found


def shades(figures: tuple[CityFigure, ...]) -> dict[CityFigure, int]:
    """A shade for each figure: equal ones share it, larger ones are stronger; above five values they are grouped."""
    values = sorted({figure.number for figure in figures})
    steps = SHADES[min(len(values), max(SHADES))]
    place = {value: steps[at * len(steps) // len(values)] for at, value in enumerate(values)}
    return {figure: place[figure.number] for figure in figures}


def legend(shaded: Mapping[CityFigure, int]) -> list[tuple[int, CityFigure]]:
    """Each shade once, with the first figure that has it."""
    found: dict[int, CityFigure] = {}
    for figure in sorted(shaded, key=lambda each: each.number):
        found.setdefault(shaded[figure], figure)
    return list(found.items())


def varying(figures: Figures) -> list[str]:
    """The pollutants whose percentage differs from city to city."""
    return [
        indicator
        for (indicator, quantity), series in figures.series.items()
        if quantity == "reduction_pct"
        and (indicator, "emissions_2015") in figures.series
        and len({figure.number for figure in series}) > 1
    ]


def home_view(site: Site) -> HomeView:
    """The view of the home page."""
    shaded = shades(site.figures.series[SHADED])
    placed = ((*PLACES[figure.city], shade, figure) for figure, shade in shaded.items() if figure.city in PLACES)
    return HomeView(
        headlines=headlines(site),
        tiles=sorted(placed, key=lambda tile: tile[:2]),
        unplaced=[link for city, link in site.links.cities.items() if city not in PLACES],
        legend=legend(shaded),
        tag=tag(site.text, [SHADED[1]]),
        shaded_alone=varying(site.figures) == [SHADED[0]],
    )
