"""Targets in words: one wording for every comparator and change, on every page."""

from __future__ import annotations

from markupsafe import Markup

from scripts.package import Row
from scripts.site import markup

SPACE = "\u00a0"
#: Before a level: not more than, at least, exactly, about.
LEVEL = {"<=": f"≤{SPACE}", ">=": f"≥{SPACE}", "=": "", "~": "约" + SPACE}
#: Before the size of a change.
SIZE = {"<=": f"至多{SPACE}", ">=": f"至少{SPACE}", "=": SPACE, "~": f"约{SPACE}"}
CHANGE = {"decrease": "下降", "increase": "提高"}
BASIS = {"stated": "", "carried": "（承前文）"}


def commitment(target: Row) -> Markup:
    """What a target promises, in a few words: ≤ 3550 万吨标准煤, 比 2015 年下降 15%, 约 95%, 到 2020 年.

    Raises KeyError for a kind, change or comparator outside the package's vocabulary.
    """
    wording = {"numeric": _figure, "deadline": _deadline}[target["kind"]]
    return wording(target)


def year(target: Row) -> str:
    """The year a target is meant for and where it comes from: 2020 年, 2020 年（承前文）, 未写年份."""
    if not target["target_year"]:
        return "未写年份"
    return f"{target['target_year']} 年{BASIS[target['year_basis']]}"


def subject(target: Row) -> str:
    """Whom and what a target is about, the first only where the second does not begin with it: 城市：污水处理率."""
    if target["name"].startswith(target["scope"]):
        return target["name"]
    return f"{target['scope']}：{target['name']}"


def _deadline(target: Row) -> Markup:
    return markup.text(f"到{SPACE}{target['target_year']}{SPACE}年" if target["target_year"] else "未写年份")


def _figure(target: Row) -> Markup:
    amount = markup.quantity(target["value"], target["unit"])
    if target["change"] == "level":
        return markup.text(LEVEL[target["comparator"]]) + amount
    base = f"比{SPACE}{target['baseline_year']}{SPACE}年" if target["baseline_year"] else ""
    if (target["change"], target["comparator"], target["value"]) == ("increase", "<=", "0"):
        return markup.text(f"{base}零增长")
    return markup.text(base + CHANGE[target["change"]] + SIZE[target["comparator"]]) + amount
