"""The figures are the measured process's own, and a failed one gives none."""

import os
import sys
from pathlib import Path

import pytest

from tests.bench.measure import CommandError, Cost, measure, middle


def test_cost_is_that_of_the_process(tmp_path: Path) -> None:
    work = "import os, time; time.sleep(0.2); print(os.getcwd())"
    cost = measure([sys.executable, "-c", work], tmp_path, os.environ, tmp_path / "log")
    assert (tmp_path / "log").read_text().strip() == str(tmp_path)
    assert cost.wall >= 0.2
    assert 0 < cost.cpu < cost.wall


def test_failure_names_its_log(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"ended with 3: see .*log"):
        measure([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, os.environ, tmp_path / "log")


def test_median_of_each_figure() -> None:
    assert middle([Cost(1, 9), Cost(2, 8), Cost(3, 7)]) == Cost(2, 8)
