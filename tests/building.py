"""A build in another folder, step by step, as the Makefile does it in the repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from scripts.build_environment import environment
from scripts.site.repository import BESIDE, CHANGELOG_EN

ROOT = Path(__file__).resolve().parent.parent
INPUTS = (
    "scripts",
    "docs",
    "mkdocs.yml",
    "datapackage/README.md",
    "datapackage/raw",
    "datapackage/etc",
    *BESIDE,
    CHANGELOG_EN,
)
DESCRIPTOR = "datapackage/datapackage.json"
#: where a build keeps its drawings for the next one
DRAWINGS = "build/.docs.charts"


def copy_inputs(folder: Path) -> Path:
    """What a clone holds that the build reads, and nothing that was generated."""
    for name in INPUTS:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target)
    return folder


def with_drawings(folder: Path) -> Path:
    """The same folder, sharing its drawings with the repository's own build, for tests of other things."""
    (ROOT / DRAWINGS).mkdir(parents=True, exist_ok=True)
    (folder / DRAWINGS).parent.mkdir()
    (folder / DRAWINGS).symlink_to(ROOT / DRAWINGS)
    return folder


def step(folder: Path, *arguments: str, python: str = sys.executable, **settings: str) -> None:
    """Run a module of Python in `folder` with the date of its data; fail with what it printed."""
    told: Mapping[str, str] = {}
    if (folder / DESCRIPTOR).is_file():
        told = environment((folder / DESCRIPTOR).read_bytes())
    command = [python, "-m", *arguments]
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "true", **settings, **told}
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def build_site(folder: Path, **settings: str) -> Path:
    """Package, pages, site and finishing step in a folder made by `copy_inputs`; the finished site."""
    step(folder, "scripts", "package", **settings)
    step(folder, "scripts", "pages", **settings)
    step(folder, "mkdocs", "build", "--strict", "--site-dir", "build/site", **settings)
    step(folder, "scripts", "postbuild", "build/site", **settings)
    return folder / "build" / "site"


def digests(folder: Path) -> dict[str, str]:
    """Path below the folder → hash, of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
