"""All cities side by side: what each has to keep, indicator by indicator, and the province's last."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.package import Package
from scripts.site import addresses
from scripts.site.views.aligning import column_pads
from scripts.site.views.cities import COMMITMENTS, city_link
from scripts.site.views.common import Link
from scripts.site.views.figures import CityFigure, figures_of
from scripts.site.views.province import ProvinceTarget, province_of


@dataclass(frozen=True)
class ComparedColumn:
    """One indicator: what its figures are, in which unit, and what item 2 sets, with a class for its cell."""

    link: Link
    label: str
    unit: str
    province: ProvinceTarget | None
    pad: str


@dataclass(frozen=True)
class ComparedRow:
    """One city: a figure for each column, None where the annexes have none, and a class for its cell."""

    link: Link
    slug: str
    figures: tuple[CityFigure | None, ...]
    pads: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The table of all cities."""

    columns: tuple[ComparedColumn, ...]
    rows: tuple[ComparedRow, ...]


def comparison_of(package: Package) -> Comparison:
    """What every city has to keep, cities and indicators in printed order."""
    figures, province = figures_of(package), province_of(package)
    names = {row["indicator"]: row["name"] for row in package.tables["indicators"]}
    keys = [
        (indicator, quantity)
        for indicator in names
        for quantity in COMMITMENTS
        if (indicator, quantity) in figures.series
    ]
    by_city = {key: {figure.city: figure for figure in figures.series[key]} for key in keys}
    beside = {key: province.beside(*key) for key in keys}
    widths = {
        key: column_pads((figure.value for figure in found.values()), target.value if target else "")
        for (key, found), target in zip(by_city.items(), beside.values(), strict=True)
    }
    columns = tuple(
        ComparedColumn(
            Link(names[indicator], addresses.indicator(indicator)),
            figures.quantities[quantity],
            figures.series[indicator, quantity][0].unit,
            beside[indicator, quantity],
            widths[indicator, quantity][1],
        )
        for indicator, quantity in keys
    )
    pads = {key: dict(zip(by_city[key], widths[key][0], strict=True)) for key in keys}
    rows = tuple(
        ComparedRow(
            city_link(row),
            row["city"],
            tuple(by_city[key].get(row["city"]) for key in keys),
            tuple(pads[key].get(row["city"], "") for key in keys),
        )
        for row in package.tables["cities"]
    )
    return Comparison(columns, rows)
