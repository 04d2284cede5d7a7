"""The charts of the public check: what the cities add up to, beside the province's figure."""

from __future__ import annotations

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.findings import TICKS
from scripts.site.model.checks import Check
from scripts.site.pages.parts.size_chart import size_chart
from scripts.site.site import Site
from scripts.site.text.texts import N_, Texts

BARS = 186
#: `agrees` → the finding where one amount alone was compared
ALONE = {
    "true": N_("{indicator}：各市之和 {cities}，全省 {province}，对得上。"),
    "false": N_("{indicator}：各市之和 {cities}，全省 {province}，对不上。"),
}
#: `agrees` → the amounts of which that is so
SIDES = {"true": N_("{names}对得上"), "false": N_("{names}对不上")}
ROWS = {"check": "check", "province_value": "province", "cities_value": "cities"} | {
    name: name for name in ("difference", "unit", "agrees")
}


def chart(site: Site, indicator: str) -> Chart:
    """An indicator's chart; where no amounts can be added up, the cities' percentages beside the province's."""
    amounts = [check for check in site.checks[indicator] if check.difference and check.unit != "%"]
    name = f"reconciliation-{indicator}"
    return compared(site, indicator, amounts, name) if amounts else size_chart(site, indicator, name)


def compared(site: Site, indicator: str, checks: list[Check], identifier: str) -> Chart:
    """For each amount the cities' sum and the province's figure."""
    text, name = site.text, site.links.indicators[indicator].title
    axis = text._("各市之和与全省（{unit}）", unit=text.unit(site.row("indicators", indicator)["unit"]))
    return Chart(
        identifier=identifier,
        title=text._("{indicator}：各市之和与全省", indicator=name),
        finding=finding(text, name, checks),
        description=text._("条形图。{each}。", each=text.clauses(told(text, check) for check in checks)),
        drawing=draw(
            site.cache, "paired_bars", bars(text, checks), axis_title=axis, tick_label=text._(TICKS), length=BARS
        ),
        rows=tuple({column: getattr(check, field) for column, field in ROWS.items()} for check in checks),
    )


def bars(text: Texts, checks: list[Check]) -> Columns:
    """One row for each pair of bars."""
    return {
        "title": [text._("{check}：{verdict}", check=check.label, verdict=check.verdict) for check in checks],
        "first": [float(check.cities) for check in checks],
        "first_text": [text._("各市之和 {value}", value=check.cities) for check in checks],
        "second": [float(check.province) for check in checks],
        "second_text": [text._("全省 {value}", value=check.province) for check in checks],
    }


def finding(text: Texts, name: str, checks: list[Check]) -> str:
    """Which amounts agree and which do not; of one alone, both figures."""
    if len(checks) == 1:
        (one,) = checks
        province = text.quantity(one.province, one.unit)
        return text._(ALONE[one.agrees], indicator=name, cities=one.cities, province=province)
    sides = {agrees: [check.label for check in checks if check.agrees == agrees] for agrees in SIDES}
    parts = [text._(SIDES[agrees], names=text.listed(labels)) for agrees, labels in sides.items() if labels]
    return text._("{indicator}：{told}。", indicator=name, told=text.clauses(parts))


def told(text: Texts, check: Check) -> str:
    """One comparison in words."""
    return text._(
        "{check}：各市 {cities}，全省 {province}，相差 {difference}，{verdict}",
        check=check.label,
        cities=text.quantity(check.cities, check.unit),
        province=text.quantity(check.province, check.unit),
        difference=text.quantity(check.difference, check.unit),
        verdict=check.verdict,
    )
