"""The annexes for the search: cities and indicators as entries, and each figure once for the two that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.site.model.figures import CityFigure
from scripts.site.search.entry import EntryLine, SearchEntry, unique
from scripts.site.search.measures import clause
from scripts.site.site import Site
from scripts.site.text.reduction_text import projects_part
from scripts.site.text.target_text import change_words, commitment
from scripts.site.text.texts import N_, SPACE

#: what a figure is called where its page is not seen; what people ask for most stands first
QUANTITIES = {
    "reduction_pct": N_("2020 年下降比例"),
    "increment_limit": N_("增量控制目标"),
    "emissions_2015": N_("2015 年排放量"),
    "required_reduction": N_("推算的 2020 年应减排量"),
    "key_project_reduction": N_("2020 年重点工程减排量"),
    "emissions_2020_limit": N_("推算的 2020 年排放上限"),
}
#: quantities whose place among the cities and whose share of the sum are told
COMPARED = ("emissions_2015", "increment_limit", "reduction_pct")
#: how a city's summary tells what the city has to keep
COMMITTED = {"reduction_pct": N_("{indicator}下降 {amount}"), "increment_limit": N_("{indicator}至多 {amount}")}
#: quantity of all cities → who has the most and the least of it, and who where all have the same
HIGHEST, LOWEST = N_("各市{quantity}最高：{cities}"), N_("各市{quantity}最低：{cities}")
LEVEL = N_("各市{quantity}最高和最低：{cities}")
#: the indicators of annex 1; those of the others are pollutants
ENERGY = frozenset({"energy_intensity", "energy_increment"})
#: where the page of an indicator has its figures
TABLE = "cities"


@dataclass(frozen=True)
class Cell:
    """A figure of a city and an indicator, or its rank or share: `label` says which; `note` is read after it."""

    city: str
    indicator: str
    label: str
    value: str
    answers: str
    quantity: str
    note: str = ""


def amount(figure: CityFigure) -> str:
    """A figure with its unit as the index has it, where nothing is set in lines: with a common space."""
    return figure.amount.replace(SPACE, " ")


def cells(site: Site) -> list[Cell]:
    """Every figure in the order of QUANTITIES, then of the indicators and of the cities; then ranks, then shares."""
    found = [figure for figures in site.figures.series.values() for figure in figures]
    order = list(QUANTITIES)
    found.sort(key=lambda figure: order.index(figure.quantity))
    compared = [figure for quantity in COMPARED for figure in found if figure.quantity == quantity]
    return [
        *(figure_cell(site, figure) for figure in found),
        *(rank_cell(site, figure) for figure in compared if figure.rank.ties < figure.rank.count),
        *(share_cell(site, figure) for figure in compared if figure.share and is_provinces(site, figure)),
    ]


def figure_cell(site: Site, figure: CityFigure) -> Cell:
    """The figure; a required reduction with its per cent, the key projects' part and what the annex leaves out."""
    label = site.text._(QUANTITIES[figure.quantity])
    if figure.quantity != "required_reduction":
        return Cell(figure.city, figure.indicator, label, amount(figure), "amount", figure.quantity)
    own = {one.quantity: one for one in site.figures.of_city(figure.city, figure.indicator)}
    value = site.text._("{amount}（下降 {percent}）", amount=amount(figure), percent=amount(own["reduction_pct"]))
    part = projects_part(site.text, figure.number, own["key_project_reduction"].value).replace(SPACE, " ")
    note = site.text._("，{part}", part=part)
    if figure.note:
        note = site.text._("，{part}，附件自注“{note}”（推断：重点工程也是这个范围）", part=part, note=figure.note)
    return Cell(figure.city, figure.indicator, label, value, "amount", figure.quantity, note)


def rank_cell(site: Site, figure: CityFigure) -> Cell:
    """The place of a figure among those of all cities."""
    label = site.text._("{quantity}在各市中的排名（由高到低）", quantity=site.text._(QUANTITIES[figure.quantity]))
    return Cell(figure.city, figure.indicator, label, figure.rank.words.replace(SPACE, " "), "rank", figure.quantity)


def is_provinces(site: Site, figure: CityFigure) -> bool:
    """Is the cities' sum the province's figure, so that a share of it is one of the province?"""
    bases = {check.row["check"]: check.row["verdict"] for check in site.checks.get(figure.indicator, ())}
    return figure.quantity == "emissions_2015" and bases.get("base_2015") == "agrees"


def share_cell(site: Site, figure: CityFigure) -> Cell:
    """A figure's share of the sum of those that the annex lists."""
    label = site.text._("{quantity}占附件所列各市之和的比重", quantity=site.text._(QUANTITIES[figure.quantity]))
    return Cell(figure.city, figure.indicator, label, site.text.quantity(figure.share, "%"), "share", figure.quantity)


def summary(site: Site, city: str) -> EntryLine:
    """A city's own targets in one sentence: of energy, then of pollutants."""
    text, told = site.text, dict[bool, list[str]]({True: [], False: []})
    for row in site.tables["indicators"]:
        for one in site.figures.of_city(city, row["indicator"]):
            if one.quantity in COMMITTED:
                words = text._(COMMITTED[one.quantity], indicator=row["name"], amount=amount(one))
                told[one.indicator in ENERGY].append(words)
    sentence = text._(
        "到 2020 年能耗“双控”目标：{energy}；主要污染物排放总量目标：{pollutants}",
        energy=text.points(told[True]),
        pollutants=text.points(told[False]),
    )
    return EntryLine("", sentence)


def city_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry a city, without its cells."""
    for row in site.tables["cities"]:
        link = site.links.cities[row["city"]]
        names = unique((row["name"], row["name_en"], *site.aliases("city", row["city"])))
        yield SearchEntry("city", link.address, link.title, names, (summary(site, row["city"]),))


def extremes(site: Site, indicator: str) -> Iterator[EntryLine]:
    """Which cities have the highest and the lowest figure, for each quantity of one indicator."""
    for quantity, called in QUANTITIES.items():
        same = site.figures.of(indicator, quantity)
        numbers = sorted({one.number for one in same}, reverse=True)
        for message, number in extreme_messages(numbers):
            found = [one for one in same if one.number == number]
            cities = site.text.listed(one.name for one in found)
            if len(found) > 1:
                cities = site.text.ngettext("{cities}（{n} 个市相同）", len(found), cities=cities)
            words = site.text._(message, quantity=site.text._(called), cities=cities)
            yield EntryLine(TABLE, words, amount(found[0]), "rank")


def extreme_messages(numbers: list[Decimal]) -> Iterable[tuple[str, Decimal]]:
    """(message, number) of the highest and the lowest of different numbers, the highest first."""
    if len(numbers) == 1:
        return ((LEVEL, numbers[0]),)
    return ((HIGHEST, numbers[0]), (LOWEST, numbers[-1])) if numbers else ()


def national(site: Site, indicator: str) -> Iterator[EntryLine]:
    """What the national plan sets for the same thing."""
    for row in site.rows("national_targets", "indicator", indicator):
        if row["change"] == "decrease":
            yield EntryLine(TABLE, site.text._("全国：国家方案的下降比例"), change_words(site.text, row))


def indicator_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry an indicator, without its cells: what it is, the province's targets, the highest and the lowest."""
    text = site.text
    for row in site.tables["indicators"]:
        slug, symbol, name = row["indicator"], row["symbol"], row["name"]
        annex = text._("附件{annex}", annex=row["annex"])
        province = site.rows("targets", "indicator", slug)
        targets = (EntryLine("", clause(text, target), commitment(text, target)) for target in province)
        yield SearchEntry(
            kind="indicator",
            address=site.links.indicators[slug].address,
            title=text._("{name}（{symbol}）", name=name, symbol=symbol) if symbol else name,
            names=unique((name, symbol, row["name_en"], *site.aliases("indicator", slug), annex)),
            lines=(EntryLine("", row["description"]), *targets, *extremes(site, slug), *national(site, slug)),
        )
