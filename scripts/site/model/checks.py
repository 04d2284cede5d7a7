"""The public check of the cities' figures against the province's, as the package holds it: nothing is reckoned here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.package import Row
from scripts.site.model.rows import Rows
from scripts.site.text.texts import N_, Texts

#: the package's `agrees` → what a check found
VERDICTS = {"true": N_("相符"), "false": N_("不符"), "": N_("不能算")}
#: Names short enough for a table on a phone.
SHORT = {
    "base_2015": N_("2015 年基数"),
    "weighted_reduction_pct": N_("下降比例"),
    "limit_2020": N_("2020 年上限"),
    "key_project_reduction": N_("重点工程减排"),
    "increment_limit": N_("增量上限"),
    "key_project_share": N_("重点工程占比"),
}
#: The check that a reader asks for first, the earlier the better.
FOREMOST = ("limit_2020", "increment_limit", "weighted_reduction_pct")
INFERENCE = "（推断"
CLAUSE = re.compile(r"[^；。]+[；。]")


@dataclass(frozen=True)
class Clause:
    """Part of an explanation; `inferred`: it goes beyond what the plan says, and says so."""

    text: str
    inferred: bool


@dataclass(frozen=True)
class Check:
    """One comparison; `province` is empty where an annex is compared with itself, `verdict` is `agrees` in words."""

    indicator: str
    check: str
    label: str
    short: str
    province: str
    cities: str
    difference: str
    tolerance: str
    unit: str
    formula: str
    agrees: str
    verdict: str
    explanation: tuple[Clause, ...]

    @property
    def inferred(self) -> bool:
        """Does the explanation go beyond what the plan says?"""
        return any(clause.inferred for clause in self.explanation)

    @property
    def words(self) -> str:
        """The whole explanation."""
        return "".join(clause.text for clause in self.explanation)

    @property
    def signed(self) -> str:
        """The difference with a sign that says which way: +29.78."""
        return f"+{self.difference}" if self.difference and Decimal(self.difference) > 0 else self.difference


#: indicator → its checks, in the order of the package; none for one without any
Checks = Mapping[str, tuple[Check, ...]]


def foremost(checks: tuple[Check, ...]) -> Check | None:
    """The check that stands for an indicator in one sentence; None where there is none."""
    found = {check.check: check for check in checks}
    return next((found[name] for name in FOREMOST if name in found), None)


def clauses(explanation: str) -> tuple[Clause, ...]:
    """An explanation cut after each ； and 。, with what is inferred marked; joined it is the whole again."""
    parts = CLAUSE.findall(explanation)
    rest = explanation[sum(map(len, parts)) :]
    return tuple(Clause(part, INFERENCE in part) for part in [*parts, *([rest] if rest else [])])


def check_of(text: Texts, row: Row, labels: Mapping[str, str]) -> Check:
    """A row of `reconciliation`; raises KeyError for a check outside the package's list."""
    return Check(
        indicator=row["indicator"],
        check=row["check"],
        label=labels[row["check"]],
        short=text._(SHORT[row["check"]]),
        province=row["province_value"],
        cities=row["cities_value"],
        difference=row["difference"],
        tolerance=row["tolerance"],
        unit=row["unit"],
        formula=row["formula"],
        agrees=row["agrees"],
        verdict=text._(VERDICTS[row["agrees"]]),
        explanation=clauses(row["explanation"]),
    )


def checks_of(text: Texts, indicators: list[str], rows: Mapping[str, Rows], labels: Mapping[str, str]) -> Checks:
    """The checks of every indicator; `rows`: those of `reconciliation` by indicator, `labels`: check → words."""
    return {name: tuple(check_of(text, row, labels) for row in rows.get(name, ())) for name in indicators}
