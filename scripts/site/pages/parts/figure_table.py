"""City × quantity: one column of figures over all cities, set so that decimal points stand below each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.site.model.figures import ADDITIVE, CityFigure, total
from scripts.site.model.province import ProvinceTarget
from scripts.site.site import Site
from scripts.site.text.decimal_padding import column_pads

#: the style sheet of pages that compare figures
STYLE = "assets/figures.css"


@dataclass(frozen=True)
class FigureColumn:
    """One quantity of one indicator; `cells`: city → (figure, class of its cell), in printed order.

    `beside`: the province's figure, with its unit where the cities' is another, and the class of its cell;
    `sum`: of all cities, empty where a sum means nothing.
    """

    indicator: str
    quantity: str
    label: str
    unit: str
    cells: Mapping[str, tuple[CityFigure, str]]
    province: ProvinceTarget | None
    beside: tuple[str, str]
    sum: str

    @property
    def note(self) -> str:
        """What the annex says its figures leave out; empty where they may be compared with the province's."""
        return next((figure.note for figure in self.figures if figure.note), "")

    @property
    def basis(self) -> str:
        """Are they printed or derived?"""
        return self.figures[0].basis

    @property
    def figures(self) -> list[CityFigure]:
        """The figures of all cities, in printed order."""
        return [figure for figure, _ in self.cells.values()]


def figure_column(site: Site, indicator: str, quantity: str) -> FigureColumn:
    """A column; raises KeyError where the annexes have no such figures."""
    series = site.figures.series[indicator, quantity]
    first, target = series[0], site.province.beside(indicator, quantity)
    shared = target.value if target and target.unit == first.unit else ""
    pads, last = column_pads((figure.value for figure in series), shared)
    beside = site.text.number(shared) if shared or not target else target.figure
    return FigureColumn(
        indicator=indicator,
        quantity=quantity,
        label=first.label,
        unit=first.unit,
        cells={figure.city: (figure, pad) for figure, pad in zip(series, pads, strict=True)},
        province=target,
        beside=(beside, last),
        sum=str(total(series)) if quantity in ADDITIVE else "",
    )


def noted(site: Site) -> dict[str, list[str]]:
    """What an annex says its figures leave out → the indicators that it says it of."""
    found: dict[str, list[str]] = {}
    for indicator, link in site.links.indicators.items():
        for note in site.figures.notes(indicator):
            found.setdefault(note, []).append(link.title)
    return found
