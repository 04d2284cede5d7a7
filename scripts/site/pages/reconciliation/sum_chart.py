"""The cities and what their annex does not list, beside each other: together they would be the province's figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.tags import tag_of
from scripts.site.model.checks import Check
from scripts.site.pages.reconciliation.charts import NATURES, cells
from scripts.site.site import Site
from scripts.site.text import check_messages, check_text
from scripts.site.text.chart_label import tonnes
from scripts.site.text.texts import Texts

#: The checks of amounts that the cities' figures and what they leave out can be parts of.
WHOLES = ("base_2015", "limit_2020")


def sum_charts(site: Site, indicator: str) -> list[Chart]:
    """One chart; none where nothing can be inferred of what the annex leaves out."""
    text, checks = site.text, parted(site.checks[indicator])
    if not checks:
        return []
    name, note = site.links.indicators[indicator].title, text.clauses(site.figures.notes(indicator))
    given = {"indicator": indicator, "note": note}
    chart = Chart(
        identifier=f"reconciliation-{indicator}-unlisted",
        title=text._("{indicator}：各市 + 未列（推断）= 全省", indicator=name),
        finding=text._("{indicator}：全省的数比各市之和多，附件自注“{note}”。", indicator=name, note=note),
        inference=text.sentences(check.inference for check in checks),
        tag=tag_of(text, ["inferred", *(nature for check in checks for nature in NATURES[check.row["check"]])]),
        description=text._(
            "分段条形图，实线的一段是各市之和，虚线的一段推断是没有列入的。{each}。",
            each=text.clauses(words(text, check) for check in checks),
        ),
        drawing=draw(site.cache, "split_bars", bars(text, checks), dashed=True, language=text.language),
        rows=tuple({**cells(text, check), "inferred": check.row["inferred"], **given} for check in checks),
    )
    return [chart]


def parted(checks: Sequence[Check]) -> list[Check]:
    """The checks where the cities have less than the province and the plants left out may be why."""
    return [
        check
        for check in checks
        if check.row["check"] in WHOLES and check.row["inferred"] == "true" and check_text.sign(check.row) < 0
    ]


def bars(text: Texts, checks: Sequence[Check]) -> Columns:
    """One row for each check, all on one scale."""
    cities, province = ([check.row[column] for check in checks] for column in ("cities_value", "province_value"))
    shown, longest = tonnes(text, cities + province), max(map(Decimal, province))
    sums, wholes = (
        [marked(text, check, side, value) for check, value in zip(checks, values, strict=True)]
        for side, values in (("cities", shown[: len(checks)]), ("province", shown[len(checks) :]))
    )
    return {
        "title": [
            text._("{check}：全省 {amount}", check=check.short, amount=amount)
            for check, amount in zip(checks, wholes, strict=True)
        ],
        "first": [float(value) for value in cities],
        "second": [float(-Decimal(check.row["difference"])) for check in checks],
        "scale": [float(longest) for _ in checks],
        "first_text": [text._("各市之和 {value}", value=value) for value in sums],
        "second_text": [
            text._("未列（推断）约 {amount}（±{margin}）", **check_text.about(text, check.row)) for check in checks
        ],
    }


def marked(text: Texts, check: Check, side: str, amount: str) -> str:
    """An amount of one side, marked where nobody printed it."""
    derived = side in check_messages.DERIVED[check.row["check"]]
    return text._(check_messages.WORKED_OUT, amount=amount) if derived else amount


def words(text: Texts, check: Check) -> str:
    """One bar in words."""
    sides = check_text.quantities(text, check.row)
    return text._(
        "{check}：全省 {province}，各市 {cities}，没有列入的（推断）约 {amount}（±{margin}）",
        check=check.label,
        province=sides["province"],
        cities=sides["cities"],
        **check_text.about(text, check.row),
    )
