"""What the page of the public check says of all its results together."""

from __future__ import annotations

from collections import Counter

from scripts.site.model.checks import Check
from scripts.site.model.links import Link
from scripts.site.site import Site
from scripts.site.text import check_text
from scripts.site.text.check_messages import MEANINGS, VERDICTS


def every_check(site: Site) -> list[Check]:
    """All checks, indicator by indicator."""
    return [check for checks in site.checks.values() for check in checks]


def kinds(site: Site) -> dict[str, str]:
    """What was compared → its short name, in the order of the package's list."""
    short = {check.row["check"]: check.short for check in every_check(site)}
    return {kind: short[kind] for kind in site.labels("reconciliation", "check") if kind in short}


def by_kind(site: Site) -> dict[str, dict[str, Check]]:
    """Indicator → its check of each kind that was made."""
    return {indicator: {check.row["check"]: check for check in checks} for indicator, checks in site.checks.items()}


def results(site: Site) -> str:
    """How many checks came to which verdict: 9 项对得上，3 项各市更严; raises KeyError for an unknown one."""
    counts = Counter(check.row["verdict"] for check in every_check(site))
    return site.text.points(check_text.counted(site.text, name, counts[name]) for name in VERDICTS if counts[name])


def conclusions(site: Site) -> dict[str, str]:
    """Indicator → what its comparisons come to, in words; none where nothing was compared."""
    names = {indicator: link.title for indicator, link in site.links.indicators.items()}
    return {
        indicator: check_text.conclusion(site.text, names[indicator], (check.row for check in checks))
        for indicator, checks in site.checks.items()
        if checks
    }


def meanings(site: Site) -> list[tuple[Check, str]]:
    """Each verdict that a check came to, by the first that did, and what it means."""
    first: dict[str, Check] = {}
    for check in every_check(site):
        first.setdefault(check.row["verdict"], check)
    return [(first[verdict], site.text._(meaning)) for verdict, meaning in MEANINGS.items() if verdict in first]


def plants(site: Site) -> dict[str, str]:
    """Indicator → from where to where the plants that its annex leaves out would go; none without an inference."""
    told = {
        indicator: check_text.plants(site.text, [check.row for check in checks])
        for indicator, checks in site.checks.items()
    }
    return {indicator: sentence for indicator, sentence in told.items() if sentence}


def unexplained(site: Site) -> list[tuple[Link, list[str]]]:
    """Indicator with the comparisons whose difference the plan gives no reason for."""
    found = {
        indicator: [check.short for check in checks if check.row["reason"] == "none_given"]
        for indicator, checks in site.checks.items()
    }
    return [(site.links.indicators[indicator], labels) for indicator, labels in found.items() if labels]


def unanswerable(site: Site) -> list[Check]:
    """What can't be reckoned."""
    return [check for check in every_check(site) if check.row["verdict"] == "not_computable"]
