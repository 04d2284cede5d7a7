"""The annexes as entries: a city and an indicator each find every figure that the other has with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.search.entry import Entry, Line, unique
from scripts.site.views.common import grouped, named
from scripts.site.views.phrases import commitment, subject

#: what a figure is called; what people ask for most stands first
QUANTITIES = {
    "reduction_pct": "2020 年下降比例",
    "increment_limit": "增量控制目标",
    "emissions_2015": "2015 年排放量",
    "key_project_reduction": "2020 年重点工程减排量",
    "emissions_2020_limit": "2020 年排放上限（推算）",
}
#: the indicators of annex 1; those of the others are pollutants
ENERGY = {"energy_intensity", "energy_increment"}
HIGHEST, LOWEST = "最高", "最低"
#: where the pages of cities and of indicators have their figures
CITY_TABLE, INDICATOR_TABLE = "figures", "cities"


@dataclass(frozen=True)
class Figure:
    """One figure of the annexes: `number` as printed, `value` with its unit."""

    city: str
    indicator: str
    quantity: str
    number: Decimal
    value: str


def figures_of(package: Package) -> tuple[Figure, ...]:
    """Every figure of the annexes and what is derived from them, for each city in the order of QUANTITIES."""
    order = list(QUANTITIES)
    rows = sorted(package.tables["city_targets"], key=lambda row: order.index(row["quantity"]))
    return tuple(
        Figure(
            row["city"],
            row["indicator"],
            row["quantity"],
            Decimal(row["value"]),
            row["value"] + ("%" if row["unit"] == "%" else f" {row['unit']}"),
        )
        for row in rows
    )


def aliases_of(package: Package, entity_type: str) -> dict[str, tuple[str, ...]]:
    """Entity → its other names."""
    rows = (row for row in package.tables["aliases"] if row["entity_type"] == entity_type)
    return {entity: tuple(row["alias"] for row in found) for entity, found in grouped(rows, "entity").items()}


def summary(figures: list[Figure], indicators: dict[str, str]) -> Line:
    """A city's own targets in one sentence: of energy, then of pollutants."""
    said = {"reduction_pct": "下降 ", "increment_limit": "至多 "}
    own = [one for one in figures if one.quantity in said]
    told = [f"{indicators[one.indicator]}{said[one.quantity]}{one.value}" for one in own]
    energy = [text for one, text in zip(own, told, strict=True) if one.indicator in ENERGY]
    others = [text for one, text in zip(own, told, strict=True) if one.indicator not in ENERGY]
    return Line("", f"到 2020 年能耗“双控”目标：{'，'.join(energy)}；主要污染物排放总量目标：{'，'.join(others)}")


def city_lines(city: str, figures: tuple[Figure, ...], indicators: dict[str, str]) -> tuple[Line, ...]:
    """The summary, then one line a figure."""
    own = [one for one in figures if one.city == city]
    each = (Line(CITY_TABLE, f"{indicators[one.indicator]} {QUANTITIES[one.quantity]}", one.value) for one in own)
    return (summary(own, indicators), *each)


def city_entries(package: Package, figures: tuple[Figure, ...]) -> list[Entry]:
    """One entry a city."""
    indicators = named(package.tables["indicators"], "indicator")
    aliases = aliases_of(package, "city")
    return [
        Entry(
            kind="city",
            address=addresses.city(row["city"]),
            title=f"{row['name']}市",
            names=unique((row["name"], row["name_en"], *aliases.get(row["city"], ()))),
            lines=city_lines(row["city"], figures, indicators),
        )
        for row in package.tables["cities"]
    ]


def extremes(figures: list[Figure], cities: dict[str, str]) -> Iterator[Line]:
    """Which cities have the highest and the lowest figure, for each quantity of one indicator."""
    for quantity in dict.fromkeys(one.quantity for one in figures):
        same = [one for one in figures if one.quantity == quantity]
        high, low = max(one.number for one in same), min(one.number for one in same)
        ends = ((HIGHEST, high), (LOWEST, low)) if high != low else ((f"{HIGHEST}和{LOWEST}", high),)
        for word, number in ends:
            found = [one for one in same if one.number == number]
            names = "、".join(cities[one.city] for one in found)
            who = f"{names}（{len(found)} 个市相同）" if len(found) > 1 else names
            yield Line(INDICATOR_TABLE, f"各市{QUANTITIES[quantity]}{word}：{who}", found[0].value)


def provincial(targets: tuple[Row, ...]) -> Iterator[Line]:
    """The province's own targets for an indicator."""
    for row in targets:
        yield Line("", subject(row), commitment(row).unescape())


def indicator_entries(package: Package, figures: tuple[Figure, ...]) -> list[Entry]:
    """One entry an indicator."""
    cities = named(package.tables["cities"], "city")
    targets = grouped(package.tables["targets"], "indicator")
    aliases = aliases_of(package, "indicator")
    entries = []
    for row in package.tables["indicators"]:
        slug, symbol = row["indicator"], row["symbol"]
        own = [one for one in figures if one.indicator == slug]
        entries.append(
            Entry(
                kind="indicator",
                address=addresses.indicator(slug),
                title=f"{row['name']}（{symbol}）" if symbol else row["name"],
                names=unique((row["name"], symbol, row["name_en"], *aliases.get(slug, ()), f"附件{row['annex']}")),
                lines=(
                    Line("", row["description"]),
                    *provincial(targets.get(slug, ())),
                    *(
                        Line(INDICATOR_TABLE, f"{cities[one.city]} {QUANTITIES[one.quantity]}", one.value)
                        for one in own
                    ),
                    *extremes(own, cities),
                ),
            )
        )
    return entries
