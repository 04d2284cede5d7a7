"""`make bench`: one table of what a build costs, and the same as JSON."""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench.measure import CommandError, Cost, measure
from tests.bench.steps import MKDOCS, OWN, run_steps, working_copy

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "bench"


def site_figures(site: Path) -> dict[str, int]:
    """Sizes in bytes; pages by what travels (gzip), fonts, scripts and styles aside."""
    pages = [len(gzip.compress(path.read_bytes(), 9)) for path in site.rglob("*.html")]
    total = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return {
        "pages": len(pages),
        "site_bytes": total,
        "median_page_gzip_bytes": sorted(pages)[len(pages) // 2],
        "largest_page_gzip_bytes": max(pages),
    }


def table(name: str, costs: dict[str, Cost], figures: dict[str, int], ratio: float) -> str:
    """One package's figures as Markdown."""
    lines = [f"### {name}", "", "| step | CPU s | wall s | peak MB |", "|---|--:|--:|--:|"]
    for step, cost in costs.items():
        lines.append(f"| {step} | {cost.cpu_s:.2f} | {cost.wall_s:.2f} | {cost.peak_mb:.0f} |")
    lines += ["", f"CPU of {' + '.join(OWN)} ÷ CPU of {MKDOCS}: {ratio:.2f}", ""]
    lines += ["| of the site | |", "|---|--:|", *(f"| {key} | {value:,} |" for key, value in figures.items())]
    return "\n".join(lines) + "\n"


def run(package: Path, runs: int) -> tuple[str, dict[str, object]]:
    """Markdown and JSON of one package. Raises CommandError where a step fails."""
    folder = working_copy(ROOT, package.resolve(), FOLDER / package.name)
    costs = run_steps(folder, runs)
    figures = site_figures(folder / "build" / "site")
    ratio = sum(costs[step].cpu_s for step in OWN) / costs[MKDOCS].cpu_s
    steps = {step: asdict(cost) for step, cost in costs.items()}
    facts = {"steps": steps, "site": figures, "own_to_mkdocs_cpu": ratio}
    return table(package.name, costs, figures, ratio), facts


def unchanged() -> Cost:
    """`make site` with nothing to do, in the repository itself."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["/usr/bin/env", "make", "site"]
    measure(command, ROOT, environment, FOLDER / "make.log")
    return measure(command, ROOT, environment, FOLDER / "make.log")


def main() -> int:
    """Measure the steps of a build and print a table; the same figures go to build/bench/figures.json."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument("packages", nargs="*", type=Path, default=[ROOT / "datapackage"], metavar="DIR")
    parser.add_argument("--runs", type=int, default=3, help="medians over this many runs (default 3)")
    arguments = parser.parse_args()
    facts: dict[str, object] = {}
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        for package in arguments.packages:
            text, facts[package.name] = run(package, arguments.runs)
            print(text, flush=True)
        cost = unchanged()
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"`make site` with nothing changed: {cost.wall_s:.2f} s")
    facts["unchanged"] = asdict(cost)
    (FOLDER / "figures.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
