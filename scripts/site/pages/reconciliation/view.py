"""What the page of the public check says of all its results together."""

from __future__ import annotations

from collections import Counter

from scripts.site.model.checks import VERDICTS, Check
from scripts.site.model.links import Link
from scripts.site.site import Site


def every_check(site: Site) -> list[Check]:
    """All checks, indicator by indicator."""
    return [check for checks in site.checks.values() for check in checks]


def kinds(site: Site) -> dict[str, str]:
    """What was compared → its short name, in the order of the package's list."""
    short = {check.check: check.short for check in every_check(site)}
    return {kind: short[kind] for kind in site.labels("reconciliation", "check") if kind in short}


def by_kind(site: Site) -> dict[str, dict[str, Check]]:
    """Indicator → its check of each kind that was made."""
    return {indicator: {check.check: check for check in checks} for indicator, checks in site.checks.items()}


def results(site: Site) -> str:
    """How many checks came to what: 9 项相符，12 项不符; raises KeyError for a result that there is none of."""
    text, counts = site.text, Counter(check.agrees for check in every_check(site))
    told = {
        "true": text.ngettext("{n} 项相符", counts["true"]),
        "false": text.ngettext("{n} 项不符", counts["false"]),
        "": text.ngettext("{n} 项不能算", counts[""]),
    }
    return text.points(told[agrees] for agrees in VERDICTS if counts[agrees])


def unexplained(site: Site) -> list[tuple[Link, list[str]]]:
    """Indicator with what does not agree although not even an inference is at hand."""
    found = {
        indicator: [check.label for check in checks if check.agrees == "false" and not check.inferred]
        for indicator, checks in site.checks.items()
    }
    return [(site.links.indicators[indicator], labels) for indicator, labels in found.items() if labels]


def unanswerable(site: Site) -> list[Check]:
    """What can't be reckoned."""
    return [check for check in every_check(site) if check.agrees == ""]
