"""The steps of a build, each run several times in a working copy of its own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Cost, measure, middle
from scripts.dated import environment

OWN = ("package", "pages", "finish")  # what this project runs, against what MkDocs does with the result
MKDOCS = "mkdocs build"


@dataclass(frozen=True)
class Step:
    """A command and what has to be put in place before each run of it."""

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[], None] = lambda: None


def working_copy(root: Path, package: Path, folder: Path) -> Path:
    """A folder in which a package builds as in the repository, with a copy of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("scripts", "docs", "mkdocs.yml"):
        (folder / name).symlink_to(root / name)
    shutil.copytree(package, folder / "datapackage")
    return folder


def steps(folder: Path) -> list[Step]:
    """The steps of `make site` in their order, and the checks alone."""
    plain, site = folder / "build" / "plain", folder / "build" / "site"

    def fresh_site() -> None:
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(plain, site)

    return [
        Step("package", ("-m", "scripts", "package")),
        Step("check", ("-m", "scripts", "check")),
        Step("pages", ("-m", "scripts", "pages")),
        Step(MKDOCS, ("-m", "mkdocs", "build", "--strict", "--site-dir", str(plain))),
        Step("finish", ("-m", "scripts", "finish", str(site)), fresh_site),
    ]


def run_steps(folder: Path, runs: int) -> dict[str, Cost]:
    """Step → median cost over `runs` runs. Raises CommandError where a step fails."""
    (folder / "build").mkdir(exist_ok=True)
    costs: dict[str, Cost] = {}
    for step in steps(folder):
        taken = []
        for _ in range(runs):
            step.prepare()
            command = [sys.executable, *step.arguments]
            taken.append(measure(command, folder, dated(folder), folder / "build" / "log.txt"))
        costs[step.name] = middle(taken)
    return costs


def dated(folder: Path) -> Mapping[str, str]:
    """This process's environment with the date of the package's version, as the Makefile sets it."""
    descriptor = (folder / "datapackage" / "datapackage.json").read_bytes()
    return {**os.environ, **environment(descriptor)}
