"""The page of the public check: all results at a glance, then indicator by indicator."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.package import Package
from scripts.render.views.common import labels
from scripts.render.views.reconciled import Check, Reconciled, reconciled_of


@dataclass(frozen=True)
class Summary:
    """The results as a table: `checks` are (name, label), `rows` hold a check or None for each of them."""

    checks: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Reconciled, tuple[Check | None, ...]], ...]

    @property
    def verdicts(self) -> dict[str, int]:
        """Verdict → how many checks came to it."""
        total: dict[str, int] = {}
        for reconciled, _ in self.rows:
            for verdict, count in reconciled.counts().items():
                total[verdict] = total.get(verdict, 0) + count
        return total


def summary_of(package: Package) -> Summary:
    """Every check that was made, in the order of the package's list."""
    reconciled = reconciled_of(package)
    used = {check.check for each in reconciled.values() for check in each.checks}
    names = [(name, label) for name, label in labels(package, "reconciliation", "check").items() if name in used]
    rows = []
    for each in reconciled.values():
        found = {check.check: check for check in each.checks}
        rows.append((each, tuple(found.get(name) for name, _ in names)))
    return Summary(tuple(names), tuple(rows))
