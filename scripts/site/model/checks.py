"""The public check of the cities' figures against the province's, as the package holds it: nothing is reckoned here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.package import Row
from scripts.site import addresses
from scripts.site.model.rows import Rows
from scripts.site.text import check_messages, check_text
from scripts.site.text.texts import Texts

#: The check that a reader asks for first, the earlier the better.
FOREMOST = ("limit_2020", "increment_limit", "weighted_reduction_pct")


@dataclass(frozen=True)
class Check:
    """One comparison: `row` of the package, and what it comes to in words.

    `label`: what is compared, `short`: the same for a table on a phone; `sign` and `verdict`: what came out;
    `difference`: with its sign; `both`: both sides, `told`: the same with the difference in a sentence; `why`: what
    the verdict rests on; `inference`: what would follow, empty where nothing is inferred; `note`: the site path of
    the annex's note, or empty.
    """

    row: Row
    label: str
    short: str
    sign: str
    verdict: str
    difference: str
    both: str
    told: str
    why: str
    inference: str
    formula: str
    note: str


#: indicator → its checks, in the order of the package; none for one without any
Checks = Mapping[str, tuple[Check, ...]]


def foremost(checks: tuple[Check, ...]) -> Check | None:
    """The check that stands for an indicator in one sentence; None where there is none."""
    found = {check.row["check"]: check for check in checks}
    return next((found[name] for name in FOREMOST if name in found), None)


def paragraph_of(source: str, row: Row) -> str:
    """The site path of the paragraph of the source that a row rests on; empty where it rests on none."""
    return addresses.source(str(source.rfind("\n", 0, int(row["source_start"])) + 1)) if row["source_start"] else ""


def check_of(text: Texts, row: Row, labels: Mapping[str, str], note: str, source: str) -> Check:
    """A row of `reconciliation` in words; `note`: what the annex says its figures leave out; `source`: the plan's text.

    Raises KeyError for a code outside the package's lists.
    """
    return Check(
        row=row,
        label=labels[row["check"]],
        short=text._(check_messages.SHORT[row["check"]]),
        sign=check_messages.SIGNS[row["verdict"]],
        verdict=text._(check_messages.VERDICTS[row["verdict"]]),
        difference=check_text.signed(text, row),
        both=check_text.both(text, row),
        told=check_text.told(text, row),
        why=check_text.why(text, row, note),
        inference=check_text.inference(text, row),
        formula=check_text.formula(text, row),
        note=paragraph_of(source, row),
    )


def checks_of(
    text: Texts, rows: Mapping[str, Rows], labels: Mapping[str, str], notes: Mapping[str, str], source: str
) -> Checks:
    """The checks of every indicator; `rows`: those of `reconciliation`, and `notes` of the annexes, by indicator.

    `labels`: check → words; `source`: the plan's text.
    """
    return {
        indicator: tuple(check_of(text, row, labels, note, source) for row in rows.get(indicator, ()))
        for indicator, note in notes.items()
    }
