"""A target in a few words, the same on every page: what it promises, of whom, and until when."""

from __future__ import annotations

from scripts.package import Row
from scripts.site.text.texts import N_, SPACE, Texts

#: comparator → a level
LEVELS = {"<=": N_("≤ {amount}"), ">=": N_("≥ {amount}"), "=": N_("{amount}"), "~": N_("约 {amount}")}
#: (change, comparator) → a change, without and with the year it is measured against
CHANGES = {
    ("decrease", "="): (N_("下降 {amount}"), N_("比 {year} 年下降 {amount}")),
    ("decrease", "<="): (N_("下降至多 {amount}"), N_("比 {year} 年下降至多 {amount}")),
    ("decrease", ">="): (N_("下降至少 {amount}"), N_("比 {year} 年下降至少 {amount}")),
    ("decrease", "~"): (N_("下降约 {amount}"), N_("比 {year} 年下降约 {amount}")),
    ("increase", "="): (N_("提高 {amount}"), N_("比 {year} 年提高 {amount}")),
    ("increase", "<="): (N_("提高至多 {amount}"), N_("比 {year} 年提高至多 {amount}")),
    ("increase", ">="): (N_("提高至少 {amount}"), N_("比 {year} 年提高至少 {amount}")),
    ("increase", "~"): (N_("提高约 {amount}"), N_("比 {year} 年提高约 {amount}")),
}
#: an increase of at most nothing
NO_INCREASE = (N_("零增长"), N_("比 {year} 年零增长"))


def commitment(text: Texts, target: Row) -> str:
    """What a target promises, in a few words: ≤ 3550 万吨标准煤, 比 2015 年下降 15%, 约 95%, 到 2020 年.

    Raises KeyError for a kind, change or comparator outside the package's vocabulary.
    """
    told = {"numeric": _numeric, "deadline": _deadline}[target["kind"]]
    return told(text, target).replace(" ", SPACE)


def year(text: Texts, target: Row) -> str:
    """The year a target is meant for and where it comes from: 2020 年, 2020 年（承前文）, 未写年份.

    Of a deadline only where it comes from: the year is its value and is not said twice.
    """
    if target["kind"] == "deadline":
        return {"stated": "", "carried": text._("承前文"), "": ""}[target["year_basis"]]
    if not target["target_year"]:
        return text._("未写年份")
    if target["year_basis"] == "carried":
        return text._("{year} 年（承前文）", year=target["target_year"])
    return text._("{year} 年", year=target["target_year"])


def subject(text: Texts, target: Row) -> str:
    """Whom and what a target is about, the first only where the second does not begin with it: 城市：污水处理率."""
    if target["name"].startswith(target["scope"]):
        return target["name"]
    return text._("{scope}：{name}", scope=target["scope"], name=target["name"])


def _deadline(text: Texts, target: Row) -> str:
    return text._("到 {year} 年", year=target["target_year"]) if target["target_year"] else text._("未写年份")


def _numeric(text: Texts, target: Row) -> str:
    amount = text.quantity(target["value"], target["unit"])
    if target["change"] == "level":
        return text._(LEVELS[target["comparator"]], amount=amount)
    none = (target["change"], target["comparator"], target["value"]) == ("increase", "<=", "0")
    undated, dated = NO_INCREASE if none else CHANGES[target["change"], target["comparator"]]
    message = dated if target["baseline_year"] else undated
    return text._(message, year=target["baseline_year"], amount=amount)
