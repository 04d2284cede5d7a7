"""A target in a few words, the same on every page: what it promises, of whom, and until when."""

from __future__ import annotations

from scripts.package import Row
from scripts.site.text.texts import ENGLISH, N_, Texts

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
#: what the plan may print directly after a year, the longest first: before its end, at its end
YEAR_ENDS = ("底前", "底")
#: the same, or nothing → a year, and a year as a deadline
YEARS = {"": N_("{year} 年"), "底": N_("{year} 年底"), "底前": N_("{year} 年底前")}
DEADLINES = {"": N_("到 {year} 年"), "底": N_("到 {year} 年底"), "底前": N_("到 {year} 年底前")}
#: an increase of at most nothing
NO_INCREASE = (N_("零增长"), N_("比 {year} 年零增长"))


def commitment(text: Texts, target: Row) -> str:
    """What a target promises, in a few words: ≤ 3550 万吨标准煤, 比 2015 年下降 15%, 约 95%, 到 2017 年底.

    They stay on one line, which in English would be too long for a phone.

    Raises KeyError for a kind, change or comparator outside the package's vocabulary.
    """
    told = {"numeric": change_words, "deadline": _deadline}[target["kind"]]
    return text.together(told(text, target))


def due(text: Texts, target: Row) -> str:
    """The year a target is meant for, with 底 or 底前 where its quote prints that: 2020 年, 2017 年底, 未写年份.

    A year carried from an earlier clause does not stand in the quote: only the year is known of it.
    """
    if not target["target_year"]:
        return text._("未写年份")
    return text._(YEARS[_year_end(target)], year=target["target_year"])


def year(text: Texts, target: Row) -> str:
    """When a target is due and where the year comes from: 2020 年, 2020 年（年份承上句）, 未写年份.

    Of a deadline only where it comes from: the year is its value and is not said twice.
    """
    if target["kind"] == "deadline":
        return {"stated": "", "carried": text._("年份承上句"), "": ""}[target["year_basis"]]
    if target["year_basis"] == "carried":
        return text._("{due}（年份承上句）", due=due(text, target))
    return due(text, target)


def subject(text: Texts, target: Row) -> str:
    """Whom and what a target is about, the first only where the second does not begin with it: 城市：污水处理率.

    An English name need not begin with it to say it: Share of coal in total energy consumption.
    """
    name, scope = target["name"].casefold(), target["scope"].casefold()
    if name.startswith(scope) or (text.language == ENGLISH and scope in name):
        return target["name"]
    return text._("{scope}：{name}", scope=target["scope"], name=target["name"])


def _deadline(text: Texts, target: Row) -> str:
    if not target["target_year"]:
        return text._("未写年份")
    return text._(DEADLINES[_year_end(target)], year=target["target_year"])


def _year_end(target: Row) -> str:
    _, _, after = target["quote"].partition(f"{target['target_year']}年")
    return next((end for end in YEAR_ENDS if after.startswith(end)), "")


def change_words(text: Texts, target: Row) -> str:
    """The number with what it is: a level, or a change against a year."""
    amount = text.quantity(target["value"], target["unit"])
    if target["change"] == "level":
        return text._(LEVELS[target["comparator"]], amount=amount)
    none = (target["change"], target["comparator"], target["value"]) == ("increase", "<=", "0")
    undated, dated = NO_INCREASE if none else CHANGES[target["change"], target["comparator"]]
    message = dated if target["baseline_year"] else undated
    return text._(message, year=target["baseline_year"], amount=amount)
