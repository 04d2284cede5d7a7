"""The charts of the public check: what the cities add up to, beside the province's figure."""

from __future__ import annotations

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.tags import tag_of
from scripts.site.model.checks import Check
from scripts.site.pages.parts.size_chart import size_chart
from scripts.site.site import Site
from scripts.site.text import check_text
from scripts.site.text.chart_label import tonnes
from scripts.site.text.check_messages import SIDES
from scripts.site.text.texts import Texts

BARS = 186
ROWS = ("check", "province_value", "cities_value", "difference", "tolerance", "unit", "verdict", "reason")
#: check of amounts → what its two figures are
NATURES = {
    "base_2015": ("baseline", "derived"),
    "limit_2020": ("target", "derived"),
    "key_project_reduction": ("target", "derived"),
    "increment_limit": ("target",),
}


def chart(site: Site, indicator: str) -> Chart:
    """An indicator's chart; where no amounts can be added up, the cities' percentages beside the province's."""
    amounts = [check for check in site.checks[indicator] if check.row["difference"] and check.row["unit"] != "%"]
    name = f"reconciliation-{indicator}"
    return compared(site, indicator, amounts, name) if amounts else size_chart(site, indicator, name)


def compared(site: Site, indicator: str, checks: list[Check], identifier: str) -> Chart:
    """For each amount the cities' sum and the province's figure."""
    text, name = site.text, site.links.indicators[indicator].title
    note = {"note": text.clauses(site.figures.notes(indicator))}
    axis = text._("各市之和与全省（{unit}）", unit=text.unit(site.row("indicators", indicator)["unit"]))
    return Chart(
        identifier=identifier,
        title=text._("{indicator}：各市之和与全省", indicator=name),
        finding=check_text.finding(text, name, [check.row for check in checks]),
        tag=tag_of(text, (nature for check in checks for nature in NATURES[check.row["check"]])),
        description=text._("条形图。{each}。", each=text.clauses(words(text, check) for check in checks)),
        drawing=draw(
            site.cache, "paired_bars", bars(text, checks), axis_title=axis, length=BARS, language=text.language
        ),
        rows=tuple({**cells(text, check), **note} for check in checks),
    )


def cells(text: Texts, check: Check) -> dict[str, str]:
    """A comparison as the CSV has it: digits as in the data, the unit in the page's language."""
    return {column: check.row[column] for column in ROWS} | {"unit": text.unit(check.row["unit"])}


def bars(text: Texts, checks: list[Check]) -> Columns:
    """One row for each pair of bars; the tables have every digit."""
    cities, province = ([check.row[column] for check in checks] for column in ("cities_value", "province_value"))
    both = cities + province
    shown = tonnes(text, both) if checks[0].row["unit"] == "吨" else [text.number(value) for value in both]
    return {
        "title": [text._("{check}：{verdict}", check=check.short, verdict=check.verdict) for check in checks],
        "first": [float(value) for value in cities],
        "first_text": sides(text, checks, 0, shown[: len(cities)]),
        "second": [float(value) for value in province],
        "second_text": sides(text, checks, 1, shown[len(cities) :]),
    }


def sides(text: Texts, checks: list[Check], side: int, values: list[str]) -> list[str]:
    """The labels of the cities' bars, `side` 0, or the province's, 1."""
    return [text._(SIDES[check.row["check"]][side], value=value) for check, value in zip(checks, values, strict=True)]


def words(text: Texts, check: Check) -> str:
    """One pair of bars in words."""
    places = check_text.quantities(text, check.row)
    return text._(
        "{check}：{verdict}，各市 {cities}，全省 {province}", check=check.label, verdict=check.verdict, **places
    )
