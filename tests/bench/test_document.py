"""The tables hold what was measured."""

from pathlib import Path

import pytest

from tests.bench.__main__ import stages_table
from tests.bench.measure import Cost
from tests.bench.stages import STAGES, growth
from tests.bench.weigh import PAGES, weigh, weigh_search


def test_growth_is_the_exponent() -> None:
    assert growth(Cost(2, 9), Cost(20, 9), 10) == pytest.approx(1)
    assert growth(Cost(2, 9), Cost(8, 9), 2) == pytest.approx(2)


def test_every_stage_has_its_row() -> None:
    lines = list(stages_table({10: dict.fromkeys(STAGES, Cost(20, 30)), 1: dict.fromkeys(STAGES, Cost(2, 3))}))
    assert lines[0] == "| stage | 1×: CPU s, wall s | 10×: CPU s, wall s | growth 1× → 10× |"
    assert lines[2:-1] == [f"| {stage} | 2.00, 3.00 | 20.00, 30.00 | 1.00 |" for stage in STAGES]


def test_every_kind_of_page_is_weighed_with_what_it_loads(site: Path) -> None:
    weights = weigh(site)
    assert weights.keys() == PAGES.keys()
    assert all(weight.kb > 9 and weight.requests >= 4 for weight in weights.values()), weights
    assert weigh_search(site).requests == 3
