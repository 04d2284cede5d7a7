"""The steps of a build, each run several times as a process of its own in a working copy of the repository."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.dated import environment
from tests.bench.generate import REAL, write_plan
from tests.bench.measure import CommandError, Cost, measure, middle

ROOT = REAL.parent
MKDOCS = "mkdocs"
OWN = ("package", "pages", "postbuild")  # what this project runs, against what MkDocs does with the result
WHOLE = ("package", "pages", MKDOCS, "postbuild")
KEPT = Path("build") / ".docs.kept"
FIRST = " (nothing kept)"  # of the step that keeps what is costly for the next time


@dataclass(frozen=True)
class Step:
    """A command and what has to be put in place before each run of it."""

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[], None] = lambda: None


def working_copy(folder: Path, copies: int) -> Path:
    """A folder in which a plan of that many times the real size builds as in the repository."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "build").mkdir(parents=True)
    for name in ("scripts", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_plan(copies, folder / "datapackage")
    return folder


def steps(folder: Path) -> list[Step]:
    """The steps of `make site` in their order, the one that keeps something twice, and the checks alone."""
    plain, site = folder / "build" / "plain", folder / "build" / "site"

    def forget() -> None:
        shutil.rmtree(folder / KEPT, ignore_errors=True)

    def fresh_site() -> None:
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(plain, site)

    package, pages = ("-m", "scripts", "package"), ("-m", "scripts", "pages")
    return [
        Step("package", package),
        Step("check", ("-m", "scripts", "check")),
        Step("pages" + FIRST, pages, forget),
        Step("pages", pages),
        Step(MKDOCS, ("-m", "mkdocs", "build", "--strict", "--site-dir", str(plain))),
        Step("postbuild", ("-m", "scripts", "postbuild", str(site)), fresh_site),
    ]


def run_step(step: Step, folder: Path) -> Cost:
    """One run. Raises CommandError where the step fails."""
    step.prepare()
    log = folder / "build" / f"{step.name.partition(' ')[0]}.log"
    return measure([sys.executable, *step.arguments], folder, dated(folder), log)


def run_steps(folder: Path, runs: int) -> tuple[dict[str, Cost], str]:
    """(step → median cost, why it stopped or nothing): later steps are left out where one fails.

    The steps take turns, so that a slow minute of the machine meets them all alike.
    """
    taken: dict[str, list[Cost]] = {}
    problem = ""
    for _ in range(runs):
        for step in steps(folder):
            try:
                taken.setdefault(step.name, []).append(run_step(step, folder))
            except CommandError as error:
                problem = str(error)
                break
        if problem:
            break
    return {name: middle(costs) for name, costs in taken.items() if costs}, problem


def together(costs: Mapping[str, Cost], names: Sequence[str], first: bool = False) -> Cost:
    """Steps one after another: times added up, the highest peak; `first`: with nothing kept before."""
    chosen = [costs.get(name + FIRST, costs[name]) if first else costs[name] for name in names]
    return Cost(
        sum(cost.cpu_s for cost in chosen), sum(cost.wall_s for cost in chosen), max(cost.peak_mb for cost in chosen)
    )


def dated(folder: Path) -> Mapping[str, str]:
    """This process's environment with the date of the package's version, as the Makefile sets it."""
    descriptor = folder / "datapackage" / "datapackage.json"
    told = environment(descriptor.read_bytes()) if descriptor.is_file() else {}
    return {**os.environ, **told, "NO_MKDOCS_2_WARNING": "true"}
