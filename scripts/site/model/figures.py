"""The cities' figures with what a reader compares them with: rank, share of the sum, the province, formula, place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.model.province import Province, ProvinceTarget
from scripts.site.model.rows import by
from scripts.site.text.texts import Texts

PRECISION = Context(prec=40, rounding=ROUND_HALF_UP)
HUNDREDTH = Decimal("0.01")
#: The order in which a reader asks: from where, by how much, to where, and by which projects.
QUANTITIES = (
    *("increment_limit", "emissions_2015", "reduction_pct"),
    *("emissions_2020_limit", "key_project_reduction"),
)
#: What a city has to keep, as printed.
COMMITMENTS = ("reduction_pct", "increment_limit")
#: Quantities of which a sum over the cities means something.
ADDITIVE = frozenset({"increment_limit", "emissions_2015", "key_project_reduction", "emissions_2020_limit"})

#: (indicator, quantity)
Key = tuple[str, str]


@dataclass(frozen=True)
class Rank:
    """Place among the cities, the largest figure first; `ties`: how many share it, this one among them.

    `short`: 第 2, 并列第 1, 14 个市相同; `words`: the same with the number of those that share a place.
    """

    place: int
    ties: int
    count: int
    short: str
    words: str


@dataclass(frozen=True)
class CityFigure:
    """One figure of one city.

    `label`: its quantity in words; `note`: what the annex says its figures leave out; `source`: the site path of
    its cell, empty for what is derived; `share`: per cent of the cities' sum, empty where a sum means nothing;
    `formula`: with this city's numbers, empty for what is printed; `province`: what item 2 sets beside it, or None.
    """

    city: str
    name: str
    indicator: str
    quantity: str
    label: str
    value: str
    unit: str
    amount: str
    note: str
    source: str
    rank: Rank
    share: str
    formula: str
    province: ProvinceTarget | None

    @property
    def number(self) -> Decimal:
        """The value to reckon with."""
        return Decimal(self.value)


@dataclass(frozen=True)
class Figures:
    """Every figure of the cities; `series`: (indicator, quantity) → the cities' figures in printed order."""

    series: Mapping[Key, tuple[CityFigure, ...]]
    labels: Mapping[str, str]

    def quantities(self, indicator: str) -> list[str]:
        """The quantities of an indicator, in the order in which a reader asks."""
        return sorted((quantity for name, quantity in self.series if name == indicator), key=QUANTITIES.index)

    def of(self, indicator: str, quantity: str) -> tuple[CityFigure, ...]:
        """One quantity of all cities; nothing where the annexes have none."""
        return self.series.get((indicator, quantity), ())

    def notes(self, indicator: str) -> list[str]:
        """What its annex says the figures of an indicator leave out, each note once."""
        figures = (figure for quantity in self.quantities(indicator) for figure in self.series[indicator, quantity])
        return list(dict.fromkeys(figure.note for figure in figures if figure.note))

    def of_city(self, city: str, indicator: str) -> list[CityFigure]:
        """A city's figures of an indicator, in the order in which a reader asks."""
        series = (self.series[indicator, quantity] for quantity in self.quantities(indicator))
        return [figure for figures in series for figure in figures if figure.city == city]


def ranked(figures: Iterable[CityFigure]) -> list[CityFigure]:
    """The largest first; equal ones stay in the order in which the plan prints them."""
    return sorted(figures, key=lambda figure: -figure.number)


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


def rank(text: Texts, value: Decimal, values: list[Decimal]) -> Rank:
    """The place of `value` among `values`, which hold it."""
    place, ties, count = 1 + sum(other > value for other in values), values.count(value), len(values)
    if ties == count > 1:
        same = text.ngettext("{n} 个市相同", count)
        return Rank(place, ties, count, same, same)
    if ties > 1:
        short = text._("并列第 {place}", place=place)
        return Rank(place, ties, count, short, text.ngettext("并列第 {place}（{n} 个市）", ties, place=place))
    alone = text._("第 {place}", place=place)
    return Rank(place, ties, count, alone, alone)


def formula(text: Texts, row: Row, printed: Mapping[tuple[str, str, str], str]) -> str:
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
    places = {"emissions": emissions, "reduction": reduction, "limit": row["value"]}
    if exact == Decimal(row["value"]):
        return text._("{emissions} ×（1 − {reduction}%）= {limit}", **places)
    return text._("{emissions} ×（1 − {reduction}%）≈ {limit}", **places)


def figures_of(package: Package, text: Texts, labels: Mapping[str, str], province: Province) -> Figures:
    """Every figure of `city_targets`; `labels`: quantity → words."""
    rows = package.tables["city_targets"]
    names = {city: row["name"] for city, row in by(package.tables["cities"], "city").items()}
    printed = {(row["city"], row["indicator"], row["quantity"]): row["value"] for row in rows}
    series: dict[Key, list[Row]] = {}
    for row in rows:
        series.setdefault((row["indicator"], row["quantity"]), []).append(row)

    def figure(row: Row, values: list[Decimal]) -> CityFigure:
        value, additive = Decimal(row["value"]), row["quantity"] in ADDITIVE
        return CityFigure(
            **{name: row[name] for name in ("city", "indicator", "quantity", "value", "unit", "note")},
            name=names[row["city"]],
            label=labels[row["quantity"]],
            amount=text.quantity(row["value"], row["unit"]),
            source=addresses.source(row["source_start"]) if row["source_start"] else "",
            rank=rank(text, value, values),
            share=percent(value, sum(values, Decimal(0))) if additive else "",
            formula=formula(text, row, printed),
            province=province.beside(row["indicator"], row["quantity"]),
        )

    made = {}
    for key, members in series.items():
        values = [Decimal(row["value"]) for row in members]
        made[key] = tuple(figure(row, values) for row in members)
    return Figures(made, labels)
