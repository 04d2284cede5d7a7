"""A larger plan is a whole one: it passes every check, and once the real size it is the real plan."""

from pathlib import Path

import pytest

from scripts.package import read_package
from tests.bench.generate import COUNTED, REAL, generate, write_plan
from tests.support import run


@pytest.mark.parametrize("copies", [1, 3])
def test_a_larger_plan_passes_all_checks(copies: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_plan(copies, tmp_path)
    assert run(capsys, "package", "--datapackage", str(tmp_path)) == (0, [])
    made, real = read_package(tmp_path), read_package(REAL)
    for name in ("chapters", "measures", "sentences", "cities", "city_targets", "measure_departments", "targets"):
        assert len(made.tables[name]) == copies * len(real.tables[name]), name
    if copies == 1:
        assert (made.text, made.tables) == (real.text, real.tables)


def test_real_plan_is_as_large_as_the_generator_believes() -> None:
    tables = read_package(REAL).tables
    assert [len(tables[name]) for name in ("chapters", "measures", "cities")] == list(COUNTED.values())


def test_too_many_copies_are_refused() -> None:
    with pytest.raises(ValueError, match="101"):
        generate(101)
