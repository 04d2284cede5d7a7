"""What the home page says: the plan in figures, the cities on a grid, the chapters, the ways in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.package import Package, Row
from scripts.site.views.aligning import pads
from scripts.site.views.citation import Document, document_of
from scripts.site.views.cities import city_link
from scripts.site.views.common import Link, chapter_link
from scripts.site.views.figures import CityFigure, Figures, figures_of
from scripts.site.views.indicators import IndicatorView, indicator_views
from scripts.site.views.province import ProvinceTarget, province_of

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


@dataclass(frozen=True)
class Headline:
    """One line of item 2: the limit and the percentage of an indicator, either may be None, with their classes."""

    name: str
    link: Link
    limit: ProvinceTarget | None
    cut: ProvinceTarget | None
    limit_pad: str
    cut_pad: str


@dataclass(frozen=True)
class Tile:
    """A city on the grid."""

    link: Link
    name: str
    row: int
    column: int
    shade: int
    figure: CityFigure


@dataclass(frozen=True)
class ChapterEntry:
    """A chapter with the number of its items."""

    link: Link
    items: int


@dataclass(frozen=True)
class HomeView:
    """The home page.

    `unplaced`: cities that the grid has no place for; `legend`: (shade, a figure that has it), from light to
    strong; `shaded_alone`: is the indicator that colours the tiles the only pollutant whose percentage
    differs from city to city?
    """

    document: Document
    counts: Mapping[str, int]
    headlines: tuple[Headline, ...]
    tiles: tuple[Tile, ...]
    unplaced: tuple[Link, ...]
    legend: tuple[tuple[int, CityFigure], ...]
    shaded: IndicatorView
    shaded_alone: bool
    chapters: tuple[ChapterEntry, ...]


def headlines(package: Package, views: list[IndicatorView]) -> tuple[Headline, ...]:
    """The targets of item 2, one line an indicator."""
    targets = province_of(package).targets
    named = [view for view in views if view.targets]
    limits, cuts = ([targets.get((view.slug, change)) for view in named] for change in ("level", "decrease"))
    limit_pads, cut_pads = (pads(each.value if each else "" for each in column) for column in (limits, cuts))
    columns = zip(named, limits, cuts, limit_pads, cut_pads, strict=True)
    return tuple(
        Headline(view.targets[0].name, view.link, limit, cut, limit_pad, cut_pad)
        for view, limit, cut, limit_pad, cut_pad in columns
    )


def shades(figures: tuple[CityFigure, ...]) -> dict[CityFigure, int]:
    """A shade for each figure: equal ones share it, larger ones are stronger; above five values they are grouped."""
    values = sorted({figure.number for figure in figures})
    steps = SHADES[min(len(values), max(SHADES))]
    place = {value: steps[at * len(steps) // len(values)] for at, value in enumerate(values)}
    return {figure: place[figure.number] for figure in figures}


def tiles(cities: tuple[Row, ...], shaded: Mapping[CityFigure, int]) -> tuple[Tile, ...]:
    """The tiles from north to south and west to east, of the cities that have a place."""
    links = {row["city"]: city_link(row) for row in cities}
    made = (
        Tile(links[figure.city], figure.name, *PLACES[figure.city], shade, figure)
        for figure, shade in shaded.items()
        if figure.city in PLACES
    )
    return tuple(sorted(made, key=lambda tile: (tile.row, tile.column)))


def legend(shaded: Mapping[CityFigure, int]) -> tuple[tuple[int, CityFigure], ...]:
    """Each shade once, with the first figure that has it."""
    found: dict[int, CityFigure] = {}
    for figure in sorted(shaded, key=lambda each: each.number):
        found.setdefault(shaded[figure], figure)
    return tuple(found.items())


def chapters(package: Package) -> tuple[ChapterEntry, ...]:
    """The chapters in order."""
    of = [row["chapter"] for row in package.tables["measures"]]
    return tuple(ChapterEntry(chapter_link(row), of.count(row["chapter"])) for row in package.tables["chapters"])


def varying(figures: Figures) -> list[str]:
    """The pollutants whose percentage differs from city to city."""
    return [
        indicator
        for (indicator, quantity), series in figures.series.items()
        if quantity == "reduction_pct"
        and (indicator, "emissions_2015") in figures.series
        and len({figure.number for figure in series}) > 1
    ]


def home_view(package: Package) -> HomeView:
    """The home page of a package."""
    views = indicator_views(package)
    figures = figures_of(package)
    shaded = shades(figures.series[SHADED])
    counted = ("chapters", "measures", "cities", "departments", "indicators", "targets")
    return HomeView(
        document=document_of(package),
        counts={name: len(package.tables[name]) for name in counted},
        headlines=headlines(package, views),
        tiles=tiles(package.tables["cities"], shaded),
        unplaced=tuple(city_link(row) for row in package.tables["cities"] if row["city"] not in PLACES),
        legend=legend(shaded),
        shaded=next(view for view in views if view.slug == SHADED[0]),
        shaded_alone=varying(figures) == [SHADED[0]],
        chapters=chapters(package),
    )
