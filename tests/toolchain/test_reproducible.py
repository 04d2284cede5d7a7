"""The same input gives the same bytes: in another folder, time zone, language, hash seed and year."""

import os
from pathlib import Path

import pytest

from tests.building import build_site, copy_inputs, digests

LONG_AGO, LATER = 978_307_200, 1_893_456_000  # 2001 and 2030, as the time of every file
HERE = {"TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"}
THERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}


def clone(folder: Path, time: int) -> Path:
    """A clone all of whose files have this time."""
    copy_inputs(folder)
    for path in folder.rglob("*"):
        os.utime(path, (time, time))
    return folder


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The paths that are in one alone, or differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.slow
def test_two_clones_build_the_same_bytes(root: Path, site: Path, tmp_path: Path) -> None:
    here, there = clone(tmp_path / "one", LONG_AGO), clone(tmp_path / "deeper" / "另一个 clone", LATER)
    sites = build_site(here, **HERE), build_site(there, **THERE)
    assert differing(digests(here / "datapackage"), digests(there / "datapackage")) == []
    assert differing(digests(here / "datapackage"), digests(root / "datapackage")) == []
    assert differing(*map(digests, sites)) == []
    assert differing(digests(sites[0]), digests(site)) == []  # with what a desk's caches hold, too
