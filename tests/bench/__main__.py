"""`make bench`: one Markdown document of what a build costs, what its pages weigh and how fast the search is."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tests.bench.measure import CommandError, Cost
from tests.bench.search import search_times
from tests.bench.stages import ROOT, STAGES, growth, measure_stages, unchanged, working_copy
from tests.bench.weigh import weigh, weigh_search

FOLDER = ROOT / "build" / "bench"
PARTS = ("stages", "weights", "search")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a Markdown table, its columns after the first aligned right, and an empty one."""
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "--:|" * (len(head) - 1)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def stages_table(sizes: Mapping[int, Mapping[str, Cost]]) -> Iterator[str]:
    """A stage a row; CPU and wall of every size, and how the CPU grows from each size to the next."""
    steps = list(pairwise(sorted(sizes)))
    head = [*(f"{size}×: CPU s, wall s" for size in sorted(sizes)), *(f"growth {a}× → {b}×" for a, b in steps)]
    rows = [
        [
            stage,
            *(f"{sizes[size][stage].cpu:.2f}, {sizes[size][stage].wall:.2f}" for size in sorted(sizes)),
            *(f"{growth(sizes[a][stage], sizes[b][stage], b / a):.2f}" for a, b in steps),
        ]
        for stage in STAGES
    ]
    return table(["stage", *head], rows)


def document(parts: Sequence[str], sizes: Sequence[int], runs: int) -> Iterator[str]:
    """The lines of everything asked for. Raises CommandError where a build fails or there is no browser."""
    load = f"load {os.getloadavg()[0]:.1f}"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {load}"
    yield from ("## Figures of the build", "", f"Medians of {runs} runs; {machine}.", "")
    site = ROOT / "site"
    if "stages" in parts:
        measured = {size: measure_stages(working_copy(FOLDER / f"{size}x", size), runs) for size in sizes}
        yield from stages_table(measured)
        yield from (f"`make site` with nothing changed: {unchanged(FOLDER / 'make.log').wall:.2f} s", "")
    if "weights" in parts:
        weights = {**weigh(site), "(first search)": weigh_search(site)}
        rows = ([kind, f"{weight.kb:.1f}", str(weight.requests)] for kind, weight in weights.items())
        yield from table(("page", "KB", "requests"), rows)
    if "search" in parts:
        times = search_times(site, runs)
        rows = (["first query", f"{times.first:.0f}"], ["later queries", f"{times.later:.1f}"])
        yield from table(("search", "ms"), (*rows, ["the slowest", f"{times.worst:.0f}"]))


def main() -> int:
    """Measure the build and the site, and print the figures as Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=3, help="medians over this many runs (default 3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10], help="times the real plan (default 1 10)")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure (default all)")
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        for line in document(arguments.parts, arguments.sizes, arguments.runs):
            print(line, flush=True)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
