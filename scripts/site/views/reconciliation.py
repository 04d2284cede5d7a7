"""The page of the public check: all results at a glance, then indicator by indicator."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.package import Package
from scripts.site.views.common import labels
from scripts.site.views.reconciled import SHORT, VERDICTS, Check, Reconciled, reconciled_of


@dataclass(frozen=True)
class Unexplained:
    """Checks of one indicator that came out differently without a reason that the plan gives."""

    reconciled: Reconciled
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """The results as a table: a row holds for each of `checks` (short names) a check or None."""

    checks: tuple[str, ...]
    rows: tuple[tuple[Reconciled, tuple[Check | None, ...]], ...]

    @property
    def verdicts(self) -> dict[str, int]:
        """Verdict → how many checks came to it."""
        made = [check.verdict for reconciled, _ in self.rows for check in reconciled.checks]
        return {verdict: made.count(verdict) for verdict in VERDICTS.values() if verdict in made}

    @property
    def unexplained(self) -> list[Unexplained]:
        """What does not agree, where not even an inference is at hand."""
        found = [(each, _without_reason(each)) for each, _ in self.rows]
        return [Unexplained(each, labels) for each, labels in found if labels]

    @property
    def impossible(self) -> list[Check]:
        """What can't be reckoned."""
        return [check for each, _ in self.rows for check in each.checks if not check.agrees]


def _without_reason(reconciled: Reconciled) -> tuple[str, ...]:
    return tuple(c.label for c in reconciled.checks if c.agrees == "false" and not c.inferred)


def summary_of(package: Package) -> Summary:
    """Every check that was made, in the order of the package's list."""
    reconciled = reconciled_of(package)
    used = {check.check for each in reconciled.values() for check in each.checks}
    names = [name for name in labels(package, "reconciliation", "check") if name in used]
    rows = []
    for each in reconciled.values():
        found = {check.check: check for check in each.checks}
        rows.append((each, tuple(found.get(name) for name in names)))
    return Summary(tuple(SHORT[name] for name in names), tuple(rows))
