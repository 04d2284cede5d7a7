"""The ratios are those of the figures, and the document holds them."""

import pytest

from tests.bench.tables import document, growth, shares


def cost(cpu: float) -> dict[str, float]:
    return {"cpu_s": cpu, "wall_s": cpu, "peak_mb": 10.0}


def size(factor: float) -> dict[str, object]:
    steps = {"package": cost(1 * factor), "mkdocs": cost(2 * factor)}
    return {"counts": {"measures": 44}, "steps": steps, "together": {"own": cost(3 * factor), "whole": cost(5)}}


SIZES = {"1": size(1), "10": size(10)}


def test_growth_is_the_exponent() -> None:
    found = growth(SIZES)["1× to 10×"]
    assert found["own"] == pytest.approx(1)
    assert found["whole"] == pytest.approx(0)


def test_share_is_of_mkdocs() -> None:
    assert shares(SIZES) == {"1×": {"own": 1.5}, "10×": {"own": 1.5}}


def test_a_size_that_stopped_is_told() -> None:
    stopped = {"counts": {}, "steps": {}, "together": {}, "problem": "mkdocs failed"}
    told = document({"machine": {"cores": 2}, "runs": 1, "sizes": {**SIZES, "50": stopped}})
    assert "mkdocs failed" in told
    assert "| own | 1.50 | 1.50 |" in told


def test_search_is_told() -> None:
    told = {"first_bytes": 51200, "first_ms": 80.2, "later_median_ms": 2.34, "later_worst_ms": 19.6}
    text = document({"machine": {"cores": 2}, "runs": 1, "sizes": {}, "search": told})
    assert "| first query | 50.0 | 80 |" in text
    assert "| later queries | 0 | 2.3 | 20 |" in text
