"""What an indicator's page says: what it is, what item 2 sets for the province, and every city's figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import Package, Row
from scripts.site import addresses, markup
from scripts.site.views.aligning import column_pads
from scripts.site.views.cities import city_link, order
from scripts.site.views.common import Link
from scripts.site.views.figures import ADDITIVE, CityFigure, Figures, figures_of
from scripts.site.views.province import Province, ProvinceTarget, province_of
from scripts.site.views.reconciled import Reconciled, reconciled_of

#: Units in plain words, for those who do not know them.
UNITS = {
    "%": "百分比。这里指到 2020 年要比 2015 年下降百分之几，不是能耗强度本身。",
    "万吨标准煤": "一万吨标准煤。煤、油、气、电的热量不同，折算成“标准煤”才能相加：29307 千焦算 1 千克标准煤。",
    "吨": "吨，按一年的排放量计。方案第二条用“万吨”，附件用“吨”，1 万吨等于 10000 吨。",
}
#: The quantity that says how large an indicator is in a city, the best first.
SIZES = ("emissions_2015", "increment_limit", "reduction_pct")


@dataclass(frozen=True)
class IndicatorColumn:
    """One quantity over all cities; `sum` is empty where a sum means nothing.

    `beside`: the province's figure, with its unit where the cities' is another; `pads`: a class for
    each figure, and `beside_pad` for the province's.
    """

    quantity: str
    label: str
    unit: str
    figures: tuple[CityFigure, ...]
    sum: str
    province: ProvinceTarget | None
    beside: Markup
    beside_pad: str
    pads: tuple[str, ...]


@dataclass(frozen=True)
class IndicatorRow:
    """One city; `pads`: a class for each cell; `share`: of the cities' sum of the indicator's size, or empty."""

    link: Link
    cells: tuple[CityFigure | None, ...]
    pads: tuple[str, ...]
    share: str


@dataclass(frozen=True)
class IndicatorView:
    """An indicator's page."""

    slug: str
    link: Link
    name_en: str
    symbol: str
    unit: str
    annex: str
    definition: str
    targets: tuple[ProvinceTarget, ...]
    columns: tuple[IndicatorColumn, ...]
    rows: tuple[IndicatorRow, ...]
    notes: tuple[str, ...]
    reconciled: Reconciled
    siblings: tuple[Link, ...]
    previous: Link | None
    following: Link | None

    @property
    def unit_words(self) -> str:
        """The unit in plain words; raises KeyError for one that no annex uses."""
        return UNITS[self.unit]

    @property
    def size(self) -> IndicatorColumn:
        """The column that says how large the indicator is; raises KeyError where there is none."""
        return self.column(next(name for name in SIZES if any(c.quantity == name for c in self.columns)))

    def column(self, quantity: str) -> IndicatorColumn:
        """The column of a quantity; raises KeyError where the annex has none."""
        return {column.quantity: column for column in self.columns}[quantity]

    @property
    def has_shares(self) -> bool:
        """Is there anything to have a share of?"""
        return any(row.share for row in self.rows)


def columns(figures: Figures, province: Province, indicator: str) -> Iterator[IndicatorColumn]:
    """The indicator's quantities, from where to where."""
    quantities = [quantity for name, quantity in figures.series if name == indicator]
    for quantity in sorted(quantities, key=order):
        series = figures.series[indicator, quantity]
        target = province.beside(indicator, quantity)
        shared = target.value if target and target.unit == series[0].unit else ""
        classes, last = column_pads((figure.value for figure in series), shared)
        yield IndicatorColumn(
            quantity,
            figures.quantities[quantity],
            series[0].unit,
            series,
            figures.sum((indicator, quantity)) if quantity in ADDITIVE else "",
            target,
            markup.number(shared) if shared or not target else target.figure,
            last,
            classes,
        )


def table_rows(cities: tuple[Row, ...], columns: tuple[IndicatorColumn, ...]) -> Iterator[IndicatorRow]:
    """A row for each city, in the order in which the annexes print them."""
    by_city = [{figure.city: figure for figure in column.figures} for column in columns]
    widths = [dict(zip(found, column.pads, strict=True)) for found, column in zip(by_city, columns, strict=True)]
    for row in cities:
        cells = tuple(found.get(row["city"]) for found in by_city)
        shares = [cell.share for cell in cells if cell and cell.quantity in SIZES and cell.share]
        classes = tuple(found.get(row["city"], "") for found in widths)
        yield IndicatorRow(city_link(row), cells, classes, shares[0] if shares else "")


def indicator_views(package: Package) -> list[IndicatorView]:
    """A view of every indicator, in the order of the package."""
    figures, province, checks = figures_of(package), province_of(package), reconciled_of(package)
    indicators, cities = package.tables["indicators"], package.tables["cities"]
    links = tuple(Link(row["name"], addresses.indicator(row["indicator"])) for row in indicators)
    views = []
    for at, row in enumerate(indicators):
        made = tuple(columns(figures, province, row["indicator"]))
        notes = dict.fromkeys(figure.note for column in made for figure in column.figures if figure.note)
        views.append(
            IndicatorView(
                slug=row["indicator"],
                link=links[at],
                name_en=row["name_en"],
                symbol=row["symbol"],
                unit=row["unit"],
                annex=row["annex"],
                definition=row["description"],
                targets=tuple(province.of(row["indicator"])),
                columns=made,
                rows=tuple(table_rows(cities, made)),
                notes=tuple(notes),
                reconciled=checks[row["indicator"]],
                siblings=links,
                previous=links[at - 1] if at else None,
                following=links[at + 1] if at + 1 < len(links) else None,
            )
        )
    return views
