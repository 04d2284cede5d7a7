"""What each stage of a build costs, on plans of several sizes: with nothing built before, and built again."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from math import log
from pathlib import Path

from scripts.build_environment import environment
from scripts.package import DESCRIPTOR
from tests.bench.generate import REAL, write_plan
from tests.bench.measure import Cost, measure, middle

ROOT = REAL.parent
COLD = "pages, nothing kept"
#: in their order; what pages keeps of a build for the next is below build/
STAGES = {
    "package": ("scripts", "package"),
    "check": ("scripts", "check"),
    COLD: ("scripts", "pages"),
    "pages": ("scripts", "pages"),
    "mkdocs": ("mkdocs", "build", "--strict", "--site-dir", "build/site"),
    "postbuild": ("scripts", "postbuild", "build/site"),
}


def working_copy(folder: Path, copies: int) -> Path:
    """A folder in which a plan of that many times the real size builds as in the repository."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("scripts", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_plan(copies, folder / "datapackage")
    return folder


def measure_stages(folder: Path, runs: int) -> dict[str, Cost]:
    """Stage → median cost. The stages take turns, so that a slow minute meets them all. Raises CommandError."""
    taken: dict[str, list[Cost]] = {name: [] for name in STAGES}
    for _ in range(runs):
        shutil.rmtree(folder / "build", ignore_errors=True)
        (folder / "build").mkdir()
        for name, words in STAGES.items():
            log_file = folder / "build" / f"{words[1]}.log"
            taken[name].append(measure([sys.executable, "-m", *words], folder, environment_of(folder), log_file))
    return {name: middle(costs) for name, costs in taken.items()}


def environment_of(folder: Path) -> Mapping[str, str]:
    """This process's environment with the date of the package's version, as the Makefile sets it."""
    descriptor = folder / "datapackage" / DESCRIPTOR
    told = environment(descriptor.read_bytes()) if descriptor.is_file() else {}
    return {**os.environ, **told, "NO_MKDOCS_2_WARNING": "true"}


def unchanged(log_file: Path) -> Cost:
    """`make site` in the repository itself, where there is nothing to do."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["/usr/bin/env", "make", "site"]
    measure(command, ROOT, given, log_file)
    return measure(command, ROOT, given, log_file)


def growth(small: Cost, large: Cost, times: float) -> float:
    """How the CPU grows with a plan `times` as large: 1 is in step with it, 2 with its square."""
    return log(large.cpu / small.cpu) / log(times)
