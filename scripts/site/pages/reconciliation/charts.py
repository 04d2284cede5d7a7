"""The charts of the public check: what the cities add up to, beside the province's figure."""

from __future__ import annotations

from scripts.site.charts.figure import Caption, Figure
from scripts.site.charts.indicator_charts import sizes
from scripts.site.charts.request import Columns, chart
from scripts.site.views.indicators import IndicatorView
from scripts.site.views.reconciled import Check, Reconciled
from scripts.site.views.words import listed

BARS = 186


def comparable(reconciled: Reconciled) -> list[Check]:
    """The checks that compare amounts, not percentages."""
    return [check for check in reconciled.checks if check.difference and check.unit != "%"]


def told(check: Check) -> str:
    """One comparison in words."""
    return (
        f"{check.label}：各市 {check.cities} {check.unit}，全省 {check.province} {check.unit}，"
        f"相差 {check.difference} {check.unit}，{check.verdict}"
    )


def finding(reconciled: Reconciled, checks: list[Check]) -> str:
    """Which amounts agree and which do not; of one alone, both figures."""
    if len(checks) == 1:
        (one,) = checks
        agreed = "对得上" if one.agrees == "true" else "对不上"
        sums = f"各市之和 {one.cities}，全省 {one.province} {one.unit}"
        return f"{reconciled.link.title}：{sums}，{agreed}。"
    agreeing = [check.label for check in checks if check.agrees == "true"]
    others = [check.label for check in checks if check.agrees != "true"]
    parts = [f"{listed(agreeing)}对得上"] if agreeing else []
    parts += [f"{listed(others)}对不上"] if others else []
    return f"{reconciled.link.title}：{'；'.join(parts)}。"


def amounts(reconciled: Reconciled, checks: list[Check]) -> Figure:
    """For each amount the cities' sum and the province's figure."""
    columns: Columns = {
        "title": [f"{check.label}：{check.verdict}" for check in checks],
        "first": [float(check.cities) for check in checks],
        "first_text": [f"各市之和 {check.cities}" for check in checks],
        "second": [float(check.province) for check in checks],
        "second_text": [f"全省 {check.province}" for check in checks],
    }
    caption = Caption(
        title=f"{reconciled.link.title}：各市之和与全省",
        finding=finding(reconciled, checks),
        description=f"条形图。{'；'.join(told(check) for check in checks)}。",
    )
    rows = tuple(
        {
            "check": check.check,
            "province_value": check.province,
            "cities_value": check.cities,
            "difference": check.difference,
            "unit": check.unit,
            "agrees": check.agrees,
        }
        for check in checks
    )
    request = chart("paired_bars", columns, axis_title=f"各市之和与全省（{reconciled.unit}）", length=BARS)
    return Figure(f"reconciliation-{reconciled.indicator}", caption, request, rows)


def reconciliation_figure(view: IndicatorView) -> Figure:
    """An indicator's chart; where nothing can be added up, the cities' percentages beside the province's."""
    checks = comparable(view.reconciled)
    name = f"reconciliation-{view.slug}"
    return amounts(view.reconciled, checks) if checks else sizes(view, name)
