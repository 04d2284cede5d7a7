"""Which items belong together, and why: the same indicator, lead department or term of the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scripts.package import Package
from scripts.site.views.common import Link, by, grouped, measure_link, named
from scripts.site.views.terms import terms_of_measures

LIMIT = 8
#: Names given for one reason; the others are counted.
NAMES = 3
REASONS = {"indicator": "同一指标", "lead": "同一牵头单位", "term": "同一术语"}
#: (reason, identifier): something that several items may share.
Feature = tuple[str, str]


@dataclass(frozen=True)
class Related:
    """Another item and what it shares with this one, in words."""

    link: Link
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Kin:
    """Other items that share the same with this one, said once for all of them."""

    links: tuple[Link, ...]
    reasons: tuple[str, ...]


def kin_of(related: tuple[Related, ...]) -> tuple[Kin, ...]:
    """The related items with the same reasons together, where the best of them stands."""
    together: dict[tuple[str, ...], list[Link]] = {}
    for other in related:
        together.setdefault(other.reasons, []).append(other.link)
    return tuple(Kin(tuple(links), reasons) for reasons, links in together.items())


def related_measures(package: Package) -> dict[str, tuple[Related, ...]]:
    """Item → at most eight others; what few items share weighs more, and then the plan's order decides."""
    features, names = features_of_measures(package), _names(package)
    rows = by(package.tables["measures"], "measure")
    holders = _holders(features)
    return {
        measure: tuple(
            Related(measure_link(rows[other]), _reasons(own & features[other], names))
            for other in _ranked(measure, features, holders)[:LIMIT]
        )
        for measure, own in features.items()
    }


def features_of_measures(package: Package) -> dict[str, frozenset[Feature]]:
    """Item → its indicators, lead departments and terms."""
    indicators, terms = indicators_of_measures(package), terms_of_measures(package)
    leads = grouped((row for row in package.tables["measure_departments"] if row["role"] == "lead"), "measure")
    return {
        measure: frozenset(
            [("indicator", name) for name in indicators[measure]]
            + [("lead", row["department"]) for row in leads.get(measure, ())]
            + [("term", name) for name in terms[measure]]
        )
        for measure in (row["measure"] for row in package.tables["measures"])
    }


def indicators_of_measures(package: Package) -> dict[str, frozenset[str]]:
    """Item → the indicators of its targets and those that its text names as the plan does."""
    aliases = [
        (row["alias"], row["entity"])
        for row in package.tables["aliases"]
        if (row["entity_type"], row["basis"]) == ("indicator", "source")
    ]
    spellings = aliases + [(row["name"], row["indicator"]) for row in package.tables["indicators"]]
    targets = grouped(package.tables["targets"], "measure")
    return {
        row["measure"]: frozenset(
            {target["indicator"] for target in targets.get(row["measure"], ()) if target["indicator"]}
            | {indicator for spelling, indicator in spellings if spelling in row["text"]}
        )
        for row in package.tables["measures"]
    }


def _names(package: Package) -> dict[Feature, str]:
    tables = {"indicator": "indicators", "lead": "departments", "term": "terms"}
    keys = {"indicator": "indicator", "lead": "department", "term": "term"}
    return {
        (reason, identifier): name
        for reason, table in tables.items()
        for identifier, name in named(package.tables[table], keys[reason]).items()
    }


def _holders(features: dict[str, frozenset[Feature]]) -> dict[Feature, list[str]]:
    found: dict[Feature, list[str]] = {}
    for measure, own in features.items():
        for feature in own:
            found.setdefault(feature, []).append(measure)
    return found


def _ranked(measure: str, features: dict[str, frozenset[Feature]], holders: dict[Feature, list[str]]) -> list[str]:
    """The items that share anything with `measure`, best first."""
    weight: dict[str, Fraction] = {}
    for feature in features[measure]:
        for other in holders[feature]:
            weight[other] = weight.get(other, Fraction(0)) + Fraction(1, len(holders[feature]))
    weight.pop(measure, None)
    return sorted(weight, key=lambda other: (-weight[other], int(other)))


def _reasons(shared: frozenset[Feature], names: dict[Feature, str]) -> tuple[str, ...]:
    """同一术语：能源审计、合同能源管理, in the order of the vocabularies."""
    found: dict[str, list[str]] = {}
    for feature, name in names.items():
        if feature in shared:
            found.setdefault(feature[0], []).append(name)
    return tuple(f"{REASONS[reason]}：{_listed(members)}" for reason, members in found.items())


def _listed(members: list[str]) -> str:
    shown = "、".join(members[:NAMES])
    return f"{shown}等 {len(members)} 个" if len(members) > NAMES else shown
