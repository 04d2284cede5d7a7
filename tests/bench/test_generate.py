"""A larger plan is a whole one: it passes every check, and once the real size it is the real plan."""

from pathlib import Path

import pytest

from scripts.package import read_package
from tests.bench.generate import REAL, generate, write_plan
from tests.support import run


def test_one_copy_is_the_real_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_plan(1, tmp_path)
    assert run(capsys, "package", "--datapackage", str(tmp_path)) == (0, [])
    made, real = read_package(tmp_path), read_package(REAL)
    assert made.text == real.text
    assert made.tables == real.tables


def test_a_larger_plan_passes_all_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_plan(3, tmp_path)
    assert run(capsys, "package", "--datapackage", str(tmp_path)) == (0, [])
    made, real = read_package(tmp_path).tables, read_package(REAL).tables
    for name in ("chapters", "measures", "sentences", "cities", "departments", "measure_departments", "targets"):
        assert len(made[name]) == 3 * len(real[name]), name
    for name, key in (("measures", "title"), ("departments", "name"), ("cities", "name")):
        assert len({row[key] for row in made[name]}) == len(made[name]), name


def test_too_many_copies_are_refused() -> None:
    with pytest.raises(ValueError, match="101"):
        generate(101)
