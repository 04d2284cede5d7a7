"""Which measures belong together, and why: the same indicator, lead department or term of the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scripts.site.model.links import Link
from scripts.site.model.rows import grouped
from scripts.site.site import Site
from scripts.site.text.texts import N_

LIMIT = 8
#: Names given for one reason; the others are counted.
NAMES = 3
#: what is shared → how it is told, and how where it is more than NAMES
REASONS = {
    "indicator": (N_("同一指标：{names}"), N_("同一指标：{names}等 {n} 个")),
    "lead": (N_("同一牵头单位：{names}"), N_("同一牵头单位：{names}等 {n} 个")),
    "term": (N_("同一术语：{names}"), N_("同一术语：{names}等 {n} 个")),
}
#: (what is shared, identifier)
Feature = tuple[str, str]
#: measure → its features
Features = Mapping[str, frozenset[Feature]]
#: reasons → the measures that they hold for, the best first
Related = Mapping[tuple[str, ...], list[Link]]


def related_measures(site: Site) -> dict[str, Related]:
    """Measure → at most LIMIT others by what they share; what few measures share weighs more, then the plan's order."""
    features, names = features_of_measures(site), _names(site)
    holders: dict[Feature, list[str]] = {}
    for measure, own in features.items():
        for feature in own:
            holders.setdefault(feature, []).append(measure)
    found: dict[str, Related] = {}
    for measure, own in features.items():
        together: dict[tuple[str, ...], list[Link]] = {}
        for other in _ranked(measure, features, holders)[:LIMIT]:
            reasons = _reasons(site, own & features[other], names)
            together.setdefault(reasons, []).append(site.links.measures[other])
        found[measure] = together
    return found


def features_of_measures(site: Site) -> Features:
    """Measure → its indicators, lead departments and terms."""
    spellings = _spellings(site)
    return {
        measure: frozenset(
            [("indicator", name) for name in _indicators(site, measure, spellings)]
            + [("lead", department) for department in site.departments(measure, "lead")]
            + [("term", name) for name in site.terms_of(measure)]
        )
        for measure in site.links.measures
    }


def _spellings(site: Site) -> list[tuple[str, str]]:
    """(words of the plan, the indicator that they name)."""
    aliases = grouped(site.tables["aliases"], "entity_type").get("indicator", ())
    printed = [(row["alias"], row["entity"]) for row in aliases if row["basis"] == "source"]
    return printed + [(row["name"], row["indicator"]) for row in site.package.tables["indicators"]]


def _indicators(site: Site, measure: str, spellings: list[tuple[str, str]]) -> set[str]:
    """The indicators of a measure's targets and those that its text names as the plan does."""
    text = site.printed("measures", measure)["text"]
    aimed = {row["indicator"] for row in site.rows("targets", "measure", measure) if row["indicator"]}
    return aimed | {indicator for spelling, indicator in spellings if spelling in text}


def _names(site: Site) -> dict[Feature, str]:
    """The name of everything that may be shared, in the order of the vocabularies."""
    indicators = {("indicator", slug): link.title for slug, link in site.links.indicators.items()}
    leads = {("lead", slug): link.title for slug, link in site.links.departments.items()}
    return indicators | leads | {("term", row["term"]): row["name"] for row in site.tables["terms"]}


def _ranked(measure: str, features: Features, holders: Mapping[Feature, list[str]]) -> list[str]:
    """The measures that share anything with `measure`, best first."""
    weight: dict[str, Fraction] = {}
    for feature in features[measure]:
        for other in holders[feature]:
            weight[other] = weight.get(other, Fraction(0)) + Fraction(1, len(holders[feature]))
    weight.pop(measure, None)
    return sorted(weight, key=lambda other: (-weight[other], int(other)))


def _reasons(site: Site, shared: frozenset[Feature], names: Mapping[Feature, str]) -> tuple[str, ...]:
    """同一术语：能源审计、合同能源管理, in the order of the vocabularies."""
    found: dict[str, list[str]] = {}
    for feature, name in names.items():
        if feature in shared:
            found.setdefault(feature[0], []).append(name)
    return tuple(_reason(site, *REASONS[kind], members) for kind, members in found.items())


def _reason(site: Site, told: str, told_in_part: str, names: list[str]) -> str:
    message = told_in_part if len(names) > NAMES else told
    return site.text._(message, names=site.text.listed(names[:NAMES]), n=len(names))
