"""Every figure of every city as one table, and the choices that the page offers over it."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.package import Package
from scripts.site import addresses
from scripts.site.views.aligning import pads
from scripts.site.views.cities import city_link, order
from scripts.site.views.common import Link
from scripts.site.views.figures import CityFigure, figures_of


@dataclass(frozen=True)
class ExploreColumn:
    """One quantity of one indicator; `cells`: city → (figure, class of its cell)."""

    indicator: str
    quantity: str
    label: str
    unit: str
    cells: dict[str, tuple[CityFigure, str]]


@dataclass(frozen=True)
class ExploreIndicator:
    """An indicator with its columns, from where to where."""

    slug: str
    link: Link
    columns: tuple[ExploreColumn, ...]


@dataclass(frozen=True)
class ExploreView:
    """The page: `cities` are (slug, name, link) in printed order."""

    indicators: tuple[ExploreIndicator, ...]
    cities: tuple[tuple[str, str, Link], ...]

    @property
    def columns(self) -> list[ExploreColumn]:
        """All columns of the table, left to right."""
        return [column for indicator in self.indicators for column in indicator.columns]


def explore_view(package: Package) -> ExploreView:
    """The whole of `city_targets`, a row a city and a column a quantity."""
    figures = figures_of(package)
    indicators = []
    for row in package.tables["indicators"]:
        slug = row["indicator"]
        quantities = sorted((quantity for name, quantity in figures.series if name == slug), key=order)
        columns = []
        for quantity in quantities:
            series = figures.series[slug, quantity]
            classes = pads(figure.value for figure in series)
            cells = {figure.city: (figure, pad) for figure, pad in zip(series, classes, strict=True)}
            columns.append(ExploreColumn(slug, quantity, figures.quantities[quantity], series[0].unit, cells))
        indicators.append(ExploreIndicator(slug, Link(row["name"], addresses.indicator(slug)), tuple(columns)))
    cities = tuple((row["city"], row["name"], city_link(row)) for row in package.tables["cities"])
    return ExploreView(tuple(indicators), cities)
