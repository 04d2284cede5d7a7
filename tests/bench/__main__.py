"""`make bench`: one document of what a build costs and what its pages weigh, and the same as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scripts.package import DESCRIPTOR, read_package
from tests.bench import lighthouse
from tests.bench.corrected import corrected, unchanged
from tests.bench.measure import CommandError, Cost
from tests.bench.others import Built, build_others
from tests.bench.search import search_cost
from tests.bench.steps import MKDOCS, OWN, ROOT, WHOLE, run_steps, together, working_copy
from tests.bench.tables import document, growth, shares
from tests.bench.weigh import site_size, weigh_sites

FOLDER = ROOT / "build" / "bench"
RESULT = ROOT / "build" / "bench.json"
OURS = "this site (with finishing)"
SIDE_BY_SIDE = (OURS, "Material as it comes")
PARTS = ("stages", "unchanged", "search", "others", "lighthouse")
LARGEST = 10  # beyond, one run tells enough


def size_facts(copies: int, runs: int) -> dict[str, Any]:
    """All steps at one size; where one fails, those before it and what it was."""
    folder = working_copy(FOLDER / f"{copies}x", copies)
    steps, problem = run_steps(folder, runs if copies <= LARGEST else 1)
    counts = count_rows(folder / "datapackage")
    if problem:
        return {"counts": counts, "steps": plain(steps), "together": {}, "problem": problem}
    sums = {
        "own (nothing kept)": together(steps, OWN, first=True),
        "own": together(steps, OWN),
        "whole (nothing kept)": together(steps, WHOLE, first=True),
        "whole": together(steps, WHOLE),
    }
    counts["pages"] = len(list((folder / "build" / "plain").rglob("*.html")))
    return {"counts": counts, "steps": plain(steps), "together": plain(sums)}


def count_rows(package: Path) -> dict[str, int]:
    """How large a plan is; nothing where it could not be packaged."""
    if not (package / DESCRIPTOR).is_file():
        return {}
    tables = read_package(package).tables
    return {name: len(tables[name]) for name in ("measures", "cities", "departments")}


def plain(costs: Mapping[str, Cost]) -> dict[str, dict[str, float]]:
    """Costs for JSON."""
    return {name: asdict(cost) for name, cost in costs.items()}


def other_facts(ours: Cost, runs: int) -> dict[str, Any]:
    """This site and the others built from the same Markdown: costs, sizes, and what a browser fetches."""
    built = {OURS: Built(ours, ROOT / "site"), **build_others(ROOT / "build" / "docs", FOLDER / "others", runs)}
    sites = {
        name: {"problem": one.problem} if one.cost is None else {"cost": asdict(one.cost), "size": site_size(one.site)}
        for name, one in built.items()
    }
    weights = weigh_sites({name: one.site for name, one in built.items() if one.cost})
    told = {name: {kind: asdict(weight) for kind, weight in pages.items()} for name, pages in weights.items()}
    return {"sites": sites, "weights": told}


def lighthouse_facts(sites: Mapping[str, Path], runs: int) -> dict[str, Any]:
    """Scores of this site and the one beside it, or why there are none."""
    problem = lighthouse.missing()
    found = (
        {}
        if problem
        else {name: lighthouse.audit_site(site, FOLDER / "lighthouse", runs) for name, site in sites.items()}
    )
    scores = {name: {kind: s and asdict(s) for kind, s in pages.items()} for name, pages in found.items()}
    return {"problem": problem, "runs": runs, "sites": scores}


def site_cost(sizes: Mapping[str, Any], runs: int) -> Cost:
    """Of this project's site out of its Markdown: as measured already, or measured now."""
    if "1" in sizes:
        steps, problem = {name: Cost(**cost) for name, cost in sizes["1"]["steps"].items()}, ""
    else:
        steps, problem = run_steps(working_copy(FOLDER / "1x", 1), runs)
    if problem:
        raise CommandError(problem)
    return together(steps, (MKDOCS, "postbuild"))


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Everything asked for. Raises CommandError where a build of the real plan fails."""
    parts, runs = arguments.parts, arguments.runs
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}
    facts: dict[str, Any] = {"machine": machine, "runs": runs, "sizes": {}}
    if "stages" in parts:
        facts["sizes"] = {str(size): size_facts(size, runs) for size in sorted(arguments.sizes)}
        facts["growth"] = growth(facts["sizes"])
        facts["own_to_mkdocs"] = shares(facts["sizes"])
        if facts["sizes"].get("1", {}).get("together"):
            facts["corrected"] = asdict(corrected(FOLDER / "1x"))
    if "unchanged" in parts:
        facts["unchanged"] = asdict(unchanged(FOLDER / "make.log"))
    if "search" in parts:
        facts["search"] = asdict(search_cost(ROOT / "site", runs))
    if "others" in parts:
        facts["others"] = other_facts(site_cost(facts["sizes"], runs), runs)
    if "lighthouse" in parts:
        sites = {OURS: ROOT / "site", SIDE_BY_SIDE[1]: FOLDER / "others" / "mkdocs" / "site"}
        facts["lighthouse"] = lighthouse_facts(
            {k: v for k, v in sites.items() if v.is_dir()}, arguments.lighthouse_runs
        )
    return facts


def main() -> int:
    """Measure the build and the site; print tables, and write the same figures to build/bench.json."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=3, help="medians over this many runs (default 3)")
    parser.add_argument("--lighthouse-runs", type=int, default=5, metavar="RUNS", help="the same (default 5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10], help="times the real plan (default 1 10)")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure (default all)")
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        facts = run(arguments)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    RESULT.write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(document(facts))
    return int(bool(facts["sizes"].get("1", {}).get("problem")))


if __name__ == "__main__":
    sys.exit(main())
