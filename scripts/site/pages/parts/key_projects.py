"""How much of what the cities have to cut the key projects take, pollutant by pollutant."""

from __future__ import annotations

from decimal import Decimal

from scripts.site.site import Site
from scripts.site.text.reduction_text import projects_range


def projects_shares(site: Site, indicator: str) -> list[Decimal]:
    """Per cent of the required reduction in each city that has to cut; none where the annex says nothing of it."""
    projects = {figure.city: figure.number for figure in site.figures.of(indicator, "key_project_reduction")}
    required = site.figures.of(indicator, "required_reduction")
    return [projects[figure.city] * 100 / figure.number for figure in required if figure.number]


def projects_ranges(site: Site) -> list[str]:
    """化学需氧量 40%–54%, 氨氮 100% …: one for each pollutant, from the least city to the most."""
    found = {indicator: projects_shares(site, indicator) for indicator in site.links.indicators}
    return [
        projects_range(site.text, site.links.indicators[indicator].title, shares)
        for indicator, shares in found.items()
        if shares
    ]
