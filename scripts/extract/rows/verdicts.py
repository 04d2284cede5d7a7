"""What a comparison comes to, as codes: a verdict and the reason for it, by the order that the contract states."""

from __future__ import annotations

from scripts.extract.rows.comparisons import Comparison

#: check → the sign of a difference by which the cities promise more than the province
STRICTER = {"weighted_reduction_pct": 1, "key_project_reduction": 1, "limit_2020": -1, "increment_limit": -1}


def verdict_of(comparison: Comparison, excludes: bool) -> tuple[str, str]:
    """(verdict, reason); `excludes`: the annex's own note says that its figures leave something out."""
    difference, tolerance = comparison.difference, comparison.tolerance
    if difference is None or tolerance is None:
        return "not_computable", "needs_gdp"
    if abs(difference) <= tolerance:
        return "agrees", "rounding" if difference else "equal"
    if excludes:
        return "different_scope", "plants_excluded"
    if comparison.check == "key_project_reduction" and difference < 0:
        return "part", "key_projects_only"
    if comparison.check not in STRICTER:
        return "differs", "none_given"
    return ("stricter" if difference * STRICTER[comparison.check] > 0 else "weaker"), "none_given"
