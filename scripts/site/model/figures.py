"""The cities' figures with what a reader compares them with: rank, share of the sum, the province, formula, place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from scripts.package import Row
from scripts.site import addresses
from scripts.site.model.province import Province, ProvinceTarget
from scripts.site.model.ranks import Rank, rank
from scripts.site.model.rows import Rows, by
from scripts.site.text.texts import N_, Texts

PRECISION = Context(prec=40, rounding=ROUND_HALF_UP)
HUNDREDTH = Decimal("0.01")
#: The order in which a reader asks: from where, by how much, to where, and by which projects.
QUANTITIES = (
    *("increment_limit", "emissions_2015", "reduction_pct"),
    *("emissions_2020_limit", "required_reduction", "key_project_reduction"),
)
#: What a city has to keep, as printed.
COMMITMENTS = ("reduction_pct", "increment_limit")
#: Quantities of which a sum over the cities means something.
ADDITIVE = frozenset(
    {"increment_limit", "emissions_2015", "key_project_reduction", "emissions_2020_limit", "required_reduction"}
)

#: (derived quantity, is the limit exact) → its formula
FORMULAS = {
    ("emissions_2020_limit", True): N_("{emissions_2015} ×（1 − {reduction_pct}%）= {emissions_2020_limit}"),
    ("emissions_2020_limit", False): N_("{emissions_2015} ×（1 − {reduction_pct}%）≈ {emissions_2020_limit}"),
    ("required_reduction", True): N_("{emissions_2015} − {emissions_2020_limit} = {required_reduction}"),
    ("required_reduction", False): N_("{emissions_2015} − {emissions_2020_limit} = {required_reduction}"),
}

#: (indicator, quantity)
Key = tuple[str, str]
#: The columns of a figure in the CSV of a chart.
ROW = ("city", "name", "indicator", "quantity", "value", "unit", "basis", "note")


@dataclass(frozen=True)
class CityFigure:
    """One figure of one city.

    `label`: its quantity in words; `basis`: is it printed or derived; `note`: what the annex says its figures leave
    out; `unit_name`: the unit in the page's language; `source`: the site path of its cell, empty for what is derived;
    `share`: per cent of the cities' sum, empty where a sum means nothing; `formula`: with this city's numbers, empty
    for what is printed; `province`: what item 2 sets beside it, or None.
    """

    city: str
    name: str
    indicator: str
    quantity: str
    label: str
    value: str
    unit: str
    unit_name: str
    amount: str
    basis: str
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

    @property
    def row(self) -> dict[str, str]:
        """The figure as every CSV of a chart has it, with what must not be lost: its basis and the annex's note."""
        return {name: getattr(self, name) for name in ROW} | {"unit": self.unit_name}

    @property
    def same_scope(self) -> bool:
        """May it be compared with the province's, which leaves nothing out?"""
        return not self.note


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


def formula(text: Texts, row: Row, values: Mapping[tuple[str, str, str], str]) -> str:
    """How a derived figure comes from the city's others; empty for a printed one.

    Raises KeyError for an unknown derivation.
    """
    if row["basis"] == "printed":
        return ""
    names = ("emissions_2015", "reduction_pct", "emissions_2020_limit", "required_reduction")
    own = {name: values[row["city"], row["indicator"], name] for name in names}
    with localcontext(PRECISION):
        exact = Decimal(own["emissions_2015"]) * (1 - Decimal(own["reduction_pct"]) / 100)
    message = FORMULAS[row["quantity"], exact == Decimal(own["emissions_2020_limit"])]
    return text._(message, **{name: text.number(value) for name, value in own.items()})


def figures_of(tables: Mapping[str, Rows], text: Texts, labels: Mapping[str, str], province: Province) -> Figures:
    """Every figure of `city_targets`; `labels`: quantity → words."""
    rows = tables["city_targets"]
    names = {city: row["name"] for city, row in by(tables["cities"], "city").items()}
    own_values = {(row["city"], row["indicator"], row["quantity"]): row["value"] for row in rows}
    series: dict[Key, list[Row]] = {}
    for row in rows:
        series.setdefault((row["indicator"], row["quantity"]), []).append(row)

    def figure(row: Row, values: list[Decimal]) -> CityFigure:
        value, additive = Decimal(row["value"]), row["quantity"] in ADDITIVE
        return CityFigure(
            **{name: row[name] for name in ("city", "indicator", "quantity", "value", "unit", "basis", "note")},
            name=names[row["city"]],
            label=labels[row["quantity"]],
            unit_name=text.unit(row["unit"]),
            amount=text.quantity(row["value"], row["unit"]),
            source=addresses.source(row["source_start"]) if row["source_start"] else "",
            rank=rank(text, value, values),
            share=percent(value, sum(values, Decimal(0))) if additive else "",
            formula=formula(text, row, own_values),
            province=province.beside(row["indicator"], row["quantity"]),
        )

    made = {}
    for key, members in series.items():
        values = [Decimal(row["value"]) for row in members]
        made[key] = tuple(figure(row, values) for row in members)
    return Figures(made, labels)
