"""The same input gives the same bytes: in another folder, time zone, language, hash seed and year."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from scripts.dated import environment

INPUTS = ("scripts", "docs", "mkdocs.yml", "datapackage/raw", "datapackage/etc")
LONG_AGO = 978_307_200  # 2001, as the time of every file
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"}


def copy_inputs(root: Path, folder: Path) -> None:
    """What a clone holds, and nothing that was generated."""
    for name in INPUTS:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, target)
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def python(folder: Path, *arguments: str) -> None:
    """Run a step as the Makefile does, but for what it sets to keep builds alike."""
    dated = {}
    descriptor = folder / "datapackage" / "datapackage.json"
    if descriptor.is_file():
        dated = environment(descriptor.read_bytes())
    command = [sys.executable, *arguments]
    result = subprocess.run(
        command, cwd=folder, env={**os.environ, **ELSEWHERE, **dated}, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr


def digests(folder: Path) -> dict[str, str]:
    """Path below the folder → hash, of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
def test_another_clone_builds_the_same_bytes(root: Path, site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "另一个 clone"
    copy_inputs(root, folder)
    python(folder, "-m", "scripts", "package")
    assert digests(folder / "datapackage") == digests(root / "datapackage")
    python(folder, "-m", "scripts", "pages")
    python(folder, "-m", "mkdocs", "build", "--strict", "--site-dir", "build/site")
    python(folder, "-m", "scripts", "finish", "build/site")
    here, there = digests(site), digests(folder / "build" / "site")
    assert sorted(here) == sorted(there)
    assert [path for path in here if here[path] != there[path]] == []
