"""The same input gives the same bytes: in another folder, time zone, language, hash seed, year and account."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import build_site, copy_inputs, digests

CLOCK = str(Path(__file__).parent / "clock")
#: what differs: how the one build has it, and how the other
FOLDER = "one", "deeper/另一个 clone"
FILES_OF = 978_307_200, 1_893_456_000  # the time of every file: 2001-01-01, 2030-01-01
UMASK = 0o022, 0o077
SETTINGS = {
    "TZ": ("America/St_Johns", "Asia/Shanghai"),  # -03:30 and +08:00: two days for much of the day
    "LC_ALL": ("C", "tr_TR.UTF-8"),  # where Turkish is not installed it acts as C does
    "LANG": ("C", "zh_CN.UTF-8"),
    "PYTHONUTF8": ("0", "1"),
    "PYTHONHASHSEED": ("4242", "7"),
    "PYTHONPATH": (CLOCK, CLOCK),
    "CLOCK_AHEAD": ("-700000000", "157000000"),  # today is some 22 years ago, and in five years
    "HOME": ("/nonexistent", "/"),
    "COLUMNS": ("40", "200"),
}


def clone(folder: Path, time: int) -> Path:
    """What a clone holds, all of whose files have this time."""
    copy_inputs(folder)
    for path in folder.rglob("*"):
        os.utime(path, (time, time))
    return folder


def build(number: int, below: Path) -> tuple[Path, Path]:
    """The package and the site of the first or the second build."""
    folder = clone(below / FOLDER[number], FILES_OF[number])
    before = os.umask(UMASK[number])
    try:
        site = build_site(folder, **{name: values[number] for name, values in SETTINGS.items()})
    finally:
        os.umask(before)
    return folder / "datapackage", site


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The paths that are in one alone, or differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.slow
def test_two_clones_build_the_same_bytes(root: Path, site: Path, tmp_path: Path) -> None:
    (package, built), (other_package, other_site) = build(0, tmp_path), build(1, tmp_path)
    assert differing(digests(package), digests(other_package)) == []
    assert differing(digests(package), digests(root / "datapackage")) == []
    assert differing(digests(built), digests(other_site)) == []
    assert differing(digests(built), digests(site)) == []  # with what a desk's caches hold, too


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 1])
def test_builds_believe_in_another_day(number: int) -> None:
    code = "import time, datetime as d; print(time.gmtime()[0], d.date.today().year, d.datetime.now(d.UTC).year)"
    given = {**os.environ, **{name: values[number] for name, values in SETTINGS.items()}}
    printed = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=True)
    years = {int(year) for year in printed.stdout.split()}
    assert len(years) == 1
    assert abs(years.pop() - int(subprocess.check_output(["date", "+%Y"]))) >= 4
