"""The public check of the cities' figures against the province's, as the package holds it: nothing is reckoned here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.package import Package, Row
from scripts.site import addresses
from scripts.site.views.common import Link, grouped, labels

#: What a check found, by the package's `agrees`.
VERDICTS = {"true": "相符", "false": "不符", "": "不能算"}
#: Names short enough for a table on a phone, for the labels of the package's list of checks.
SHORT = {
    "base_2015": "2015 年基数",
    "weighted_reduction_pct": "下降比例",
    "limit_2020": "2020 年上限",
    "key_project_reduction": "重点工程减排",
    "increment_limit": "增量上限",
    "key_project_share": "重点工程占比",
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
    """One comparison; `inner`: of an annex with itself, so that there is no figure of the province."""

    indicator: str
    check: str
    label: str
    short: str
    province: str
    cities: str
    difference: str
    tolerance: str
    unit: str
    difference_unit: str
    formula: str
    agrees: str
    explanation: tuple[Clause, ...]

    @property
    def verdict(self) -> str:
        """相符, 不符 or 不能算."""
        return VERDICTS[self.agrees]

    @property
    def inner(self) -> bool:
        """Is it a check of an annex within itself?"""
        return not self.province

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


@dataclass(frozen=True)
class Reconciled:
    """All checks of one indicator."""

    link: Link
    indicator: str
    unit: str
    checks: tuple[Check, ...]

    @property
    def anchor(self) -> str:
        """Where the indicator stands on the page of all checks."""
        return f"reconciliation/#{self.indicator}"

    @property
    def foremost(self) -> Check | None:
        """The check that stands for the indicator in one sentence; None where there is none."""
        found = {check.check: check for check in self.checks}
        return next((found[name] for name in FOREMOST if name in found), None)

    def counts(self) -> dict[str, int]:
        """Verdict → how many checks came to it, those that none came to left out."""
        verdicts = [check.verdict for check in self.checks]
        return {verdict: verdicts.count(verdict) for verdict in VERDICTS.values() if verdict in verdicts}


def clauses(explanation: str) -> tuple[Clause, ...]:
    """An explanation cut after each ； and 。, with what is inferred marked; joined it is the whole again."""
    parts = CLAUSE.findall(explanation)
    rest = explanation[sum(map(len, parts)) :]
    return tuple(Clause(part, INFERENCE in part) for part in [*parts, *([rest] if rest else [])])


def check_of(row: Row, names: Mapping[str, str]) -> Check:
    """A row of `reconciliation`; raises KeyError for a check outside the package's list."""
    return Check(
        indicator=row["indicator"],
        check=row["check"],
        label=names[row["check"]],
        short=SHORT[row["check"]],
        province=row["province_value"],
        cities=row["cities_value"],
        difference=row["difference"],
        tolerance=row["tolerance"],
        unit=row["unit"],
        difference_unit="百分点" if row["unit"] == "%" else row["unit"],
        formula=row["formula"],
        agrees=row["agrees"],
        explanation=clauses(row["explanation"]),
    )


def reconciled_of(package: Package) -> dict[str, Reconciled]:
    """Indicator → its checks, in the order of the package; an indicator without any has none."""
    names = labels(package, "reconciliation", "check")
    rows = grouped(package.tables["reconciliation"], "indicator")
    return {
        row["indicator"]: Reconciled(
            Link(row["name"], addresses.indicator(row["indicator"])),
            row["indicator"],
            row["unit"],
            tuple(check_of(each, names) for each in rows.get(row["indicator"], ())),
        )
        for row in package.tables["indicators"]
    }
