"""What residents ask about → the measures and terms that it is in; chosen by hand, for the home page."""

from __future__ import annotations

from scripts.site import addresses
from scripts.site.model.links import Link
from scripts.site.site import Site
from scripts.site.text.texts import N_

#: topic, measures, terms
TOPICS = (
    (N_("取暖"), ("14", "17", "10", "7"), ("coal-to-electricity", "heat-metering", "no-burn-zone")),
    (N_("空气"), ("24", "14", "16"), ("sulfur-dioxide", "nitrogen-oxides", "volatile-organic-compounds")),
    (N_("污水"), ("25", "17", "18"), ("chemical-oxygen-demand", "ammonia-nitrogen", "reclaimed-water")),
    (N_("垃圾"), ("17", "20", "22"), ("extended-producer-responsibility", "remanufacturing")),
    (N_("出行"), ("8", "16"), ("public-transport-share", "yellow-label-vehicle", "vapour-recovery")),
    (N_("农村"), ("10", "18", "17"), ("five-uses-of-straw", "soil-test-fertilisation")),
    (N_("水电气费"), ("29", "36"), ("tiered-electricity-pricing", "demand-side-management")),
    (N_("企业"), ("12", "15", "33"), ("key-energy-users", "pollutant-discharge-permit", "energy-audit")),
)


def topics(site: Site) -> list[tuple[str, list[Link], list[Link]]]:
    """(topic, its measures, its terms), as far as the plan has them."""
    names = {row["term"]: row["name"] for row in site.tables["terms"]}
    titles = {row["measure"]: row["title"] for row in site.tables["measures"]}
    return [
        (
            site.text._(topic),
            [Link(titles[measure], addresses.measure(measure)) for measure in measures if measure in titles],
            [Link(names[term], addresses.term(term)) for term in terms if term in names],
        )
        for topic, measures, terms in TOPICS
    ]
