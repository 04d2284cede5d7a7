"""The annexes as entries: a city and an indicator each find every figure that the other has with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.site.model.figures import CityFigure
from scripts.site.search.entry import EntryLine, SearchEntry, unique
from scripts.site.site import Site
from scripts.site.text.reduction_text import projects_part
from scripts.site.text.target_text import commitment, subject
from scripts.site.text.texts import N_, SPACE

#: what a figure is called where its page is not seen; what people ask for most stands first
QUANTITIES = {
    "reduction_pct": N_("2020 年下降比例"),
    "increment_limit": N_("增量控制目标"),
    "required_reduction": N_("推算的 2020 年应减排量"),
    "emissions_2015": N_("2015 年排放量"),
    "key_project_reduction": N_("2020 年重点工程减排量"),
    "emissions_2020_limit": N_("推算的 2020 年排放上限"),
}
#: how a city's summary tells what the city has to keep
COMMITTED = {"reduction_pct": N_("{indicator}下降 {amount}"), "increment_limit": N_("{indicator}至多 {amount}")}
#: quantity of all cities → who has the most and the least of it, and who where all have the same
HIGHEST, LOWEST = N_("各市{quantity}最高：{cities}"), N_("各市{quantity}最低：{cities}")
LEVEL = N_("各市{quantity}最高和最低：{cities}")
#: the indicators of annex 1; those of the others are pollutants
ENERGY = frozenset({"energy_intensity", "energy_increment"})
#: where the pages of cities and of indicators have their figures
CITY_TABLE, INDICATOR_TABLE = "figures", "cities"


def amount(figure: CityFigure) -> str:
    """A figure with its unit as the index has it, where nothing is set in lines: with a common space."""
    return figure.amount.replace(SPACE, " ")


def summary(site: Site, figures: Iterable[CityFigure]) -> EntryLine:
    """A city's own targets in one sentence: of energy, then of pollutants."""
    text, told = site.text, dict[bool, list[str]]({True: [], False: []})
    for one in figures:
        if one.quantity in COMMITTED:
            name = site.row("indicators", one.indicator)["name"]
            words = text._(COMMITTED[one.quantity], indicator=name, amount=amount(one))
            told[one.indicator in ENERGY].append(words)
    sentence = text._(
        "到 2020 年能耗“双控”目标：{energy}；主要污染物排放总量目标：{pollutants}",
        energy=text.points(told[True]),
        pollutants=text.points(told[False]),
    )
    return EntryLine("", sentence)


def figure_line(site: Site, anchor: str, name: str, figure: CityFigure) -> EntryLine:
    """One figure under the name of its city or of its indicator."""
    quantity = site.text._(QUANTITIES[figure.quantity])
    words = site.text._("{name} {quantity}", name=name, quantity=quantity)
    if figure.quantity != "required_reduction":
        return EntryLine(anchor, words, amount(figure))
    if figure.note:
        words = site.text._("{words}，附件自注“{note}”（推断：重点工程也是这个范围）", words=words, note=figure.note)
    return EntryLine(anchor, words, site.text.points((amount(figure), part(site, figure))))


def part(site: Site, required: CityFigure) -> str:
    """The key projects' part of a required reduction, so that neither figure reads as the other."""
    own = {figure.quantity: figure for figure in site.figures.of_city(required.city, required.indicator)}
    words = projects_part(site.text, required.number, own["key_project_reduction"].value)
    return words.replace(SPACE, " ")


def in_order(site: Site, column: str, value: str) -> list[CityFigure]:
    """The figures of a city or an indicator, in the order of QUANTITIES, then of the indicators and of the cities."""
    found = (figure for series in site.figures.series.values() for figure in series)
    order = list(QUANTITIES)
    return sorted((one for one in found if getattr(one, column) == value), key=lambda one: order.index(one.quantity))


def city_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a city."""
    for row in site.tables["cities"]:
        figures = in_order(site, "city", row["city"])
        link = site.links.cities[row["city"]]
        names = {indicator["indicator"]: indicator["name"] for indicator in site.tables["indicators"]}
        lines = (figure_line(site, CITY_TABLE, names[one.indicator], one) for one in figures)
        yield SearchEntry(
            kind="city",
            address=link.address,
            title=link.title,
            names=unique((row["name"], row["name_en"], *site.aliases("city", row["city"]))),
            lines=(summary(site, figures), *lines),
        )


def extremes(site: Site, figures: list[CityFigure]) -> Iterator[EntryLine]:
    """Which cities have the highest and the lowest figure, for each quantity of one indicator."""
    for quantity in dict.fromkeys(one.quantity for one in figures):
        same = [one for one in figures if one.quantity == quantity]
        numbers = [one.number for one in same]
        high, low = max(numbers), min(numbers)
        for message, number in ((HIGHEST, high), (LOWEST, low)) if high != low else ((LEVEL, high),):
            found = [one for one in same if one.number == number]
            cities = site.text.listed(one.name for one in found)
            if len(found) > 1:
                cities = site.text.ngettext("{cities}（{n} 个市相同）", len(found), cities=cities)
            words = site.text._(message, quantity=site.text._(QUANTITIES[quantity]), cities=cities)
            yield EntryLine(INDICATOR_TABLE, words, amount(found[0]))


def indicator_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry an indicator: what it is, the province's targets for it, and the cities' figures."""
    text = site.text
    for row in site.tables["indicators"]:
        slug, symbol, name = row["indicator"], row["symbol"], row["name"]
        figures = in_order(site, "indicator", slug)
        province = site.rows("targets", "indicator", slug)
        annex = text._("附件{annex}", annex=row["annex"])
        yield SearchEntry(
            kind="indicator",
            address=site.links.indicators[slug].address,
            title=text._("{name}（{symbol}）", name=name, symbol=symbol) if symbol else name,
            names=unique((name, symbol, row["name_en"], *site.aliases("indicator", slug), annex)),
            lines=(
                EntryLine("", row["description"]),
                *(EntryLine("", subject(text, target), commitment(text, target)) for target in province),
                *(figure_line(site, INDICATOR_TABLE, one.name, one) for one in figures),
                *extremes(site, figures),
            ),
        )
