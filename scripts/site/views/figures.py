"""The cities' figures with what a reader compares them with: rank, share of the sum, formula, place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.views.common import by, labels

PRECISION = Context(prec=40, rounding=ROUND_HALF_UP)
HUNDREDTH = Decimal("0.01")
#: Quantities of which a sum over the cities means something.
ADDITIVE = frozenset({"increment_limit", "emissions_2015", "key_project_reduction", "emissions_2020_limit"})


@dataclass(frozen=True)
class Rank:
    """Place among the cities, the largest figure first; `ties`: how many share it, this one among them."""

    place: int
    ties: int
    count: int

    @property
    def short(self) -> str:
        """第 2, or 并列第 1, or 14 个市相同."""
        if self.ties == self.count > 1:
            return f"{self.count} 个市相同"
        return f"并列第 {self.place}" if self.ties > 1 else f"第 {self.place}"

    @property
    def words(self) -> str:
        """The same with the number of those that share a place: 并列第 1（10 个市）."""
        return f"{self.short}（{self.ties} 个市）" if 1 < self.ties < self.count else self.short


@dataclass(frozen=True)
class CityFigure:
    """One figure of one city; `source`: the site path of its cell, empty for what is derived.

    `share`: per cent of the cities' sum, empty where a sum means nothing; `formula`: with this city's
    numbers, empty for what is printed; `note`: what the annex says its figures leave out.
    """

    city: str
    name: str
    indicator: str
    quantity: str
    value: str
    unit: str
    note: str
    source: str
    rank: Rank
    share: str
    formula: str

    @property
    def number(self) -> Decimal:
        """The value to reckon with."""
        return Decimal(self.value)


Key = tuple[str, str]


@dataclass(frozen=True)
class Figures:
    """Every figure of the cities; `series`: (indicator, quantity) → the cities' figures in printed order."""

    series: Mapping[Key, tuple[CityFigure, ...]]
    quantities: Mapping[str, str]

    def of_city(self, city: str) -> dict[Key, CityFigure]:
        """(indicator, quantity) → the city's figure."""
        found = ((key, figure) for key, figures in self.series.items() for figure in figures)
        return {key: figure for key, figure in found if figure.city == city}

    def sum(self, key: Key) -> str:
        """The cities' sum of a quantity, as many decimals as its figures have."""
        return str(total(self.series[key]))


def total(figures: Iterable[CityFigure]) -> Decimal:
    """The sum, exactly."""
    with localcontext(PRECISION):
        return sum((figure.number for figure in figures), Decimal(0))


def percent(part: Decimal, whole: Decimal) -> str:
    """`part` of `whole` in per cent, half-up to two decimals; empty where `whole` is zero."""
    if not whole:
        return ""
    with localcontext(PRECISION):
        return str((part * 100 / whole).quantize(HUNDREDTH))


def rank(value: Decimal, values: list[Decimal]) -> Rank:
    """The place of `value` among `values`, which hold it."""
    larger = sum(1 for other in values if other > value)
    return Rank(larger + 1, values.count(value), len(values))


def formula(row: Row, printed: Mapping[tuple[str, str, str], str]) -> str:
    """How a derived figure comes from the city's printed ones; raises KeyError for an unknown derivation."""
    if row["basis"] == "printed":
        return ""
    emissions, reduction = (
        printed[row["city"], row["indicator"], quantity] for quantity in ("emissions_2015", "reduction_pct")
    )
    if row["quantity"] != "emissions_2020_limit":
        raise KeyError(row["quantity"])
    with localcontext(PRECISION):
        exact = Decimal(emissions) * (1 - Decimal(reduction) / 100)
    sign = "=" if exact == Decimal(row["value"]) else "≈"
    return f"{emissions} ×（1 − {reduction}%）{sign} {row['value']}"


def figure_of(row: Row, name: str, values: list[Decimal], formula: str) -> CityFigure:
    """A row of `city_targets` with its place among `values`, the figures of all cities."""
    value, additive = Decimal(row["value"]), row["quantity"] in ADDITIVE
    return CityFigure(
        city=row["city"],
        name=name,
        indicator=row["indicator"],
        quantity=row["quantity"],
        value=row["value"],
        unit=row["unit"],
        note=row["note"],
        source=addresses.source(row["source_start"]) if row["source_start"] else "",
        rank=rank(value, values),
        share=percent(value, sum(values, Decimal(0))) if additive else "",
        formula=formula,
    )


def figures_of(package: Package) -> Figures:
    """Every figure of `city_targets`, cities in the order in which the annexes print them."""
    rows = package.tables["city_targets"]
    names = {city: row["name"] for city, row in by(package.tables["cities"], "city").items()}
    printed = {(row["city"], row["indicator"], row["quantity"]): row["value"] for row in rows}
    series: dict[Key, list[Row]] = {}
    for row in rows:
        series.setdefault((row["indicator"], row["quantity"]), []).append(row)
    made: dict[Key, tuple[CityFigure, ...]] = {}
    for key, members in series.items():
        values = [Decimal(row["value"]) for row in members]
        made[key] = tuple(figure_of(row, names[row["city"]], values, formula(row, printed)) for row in members)
    return Figures(made, labels(package, "city_targets", "quantity"))
