"""Lighthouse over a few pages: its four scores and two of its times, each the median of several runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Thread

from scripts.browser import find_browser, launch_arguments
from tests.bench.host import Host
from tests.bench.weigh import MAIN

VERSION = "12.8.2"  # the last that runs on Node.js 20
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")


@dataclass(frozen=True)
class Scores:
    """Scores out of 100 in the order of CATEGORIES; times in milliseconds in the order of TIMES."""

    scores: tuple[int, ...]
    times_ms: tuple[int, ...]


def missing() -> str:
    """Why Lighthouse can't run here; empty where it can."""
    if shutil.which("npx") is None:
        return "no npm here: Lighthouse was not run"
    return "" if find_browser() else "no browser here: Lighthouse was not run"


def audit(url: str, report: Path) -> Scores | None:
    """One run of the mobile preset; None where it fails, its words then in the file `report` with `.log`."""
    browser = find_browser()
    flags = " ".join(["--headless=new", *launch_arguments()])
    command = ["npx", "--yes", f"lighthouse@{VERSION}", url, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    report.unlink(missing_ok=True)
    with report.with_suffix(".log").open("wb") as log:
        environment = {**os.environ, "CHROME_PATH": str(browser)}
        done = subprocess.run(command, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    if done.returncode != 0 or not report.is_file():
        return None
    told = json.loads(report.read_text("utf-8"))
    return Scores(
        tuple(round(100 * (told["categories"][name]["score"] or 0)) for name in CATEGORIES),
        tuple(round(told["audits"][name]["numericValue"]) for name in TIMES),
    )


def middle(runs: list[Scores]) -> Scores:
    """The median of each figure on its own."""
    columns = [list(zip(*(getattr(run, name) for run in runs), strict=True)) for name in ("scores", "times_ms")]
    scores, times = (tuple(round(median(values)) for values in column) for column in columns)
    return Scores(scores, times)


def audit_site(site: Path, folder: Path, runs: int) -> dict[str, Scores | None]:
    """Page → medians over `runs` runs; None for a page on which a run failed."""
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, Scores | None] = {}
    with Host(site) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        for kind, address in MAIN.items():
            taken = [audit(host.url + address, folder / f"{kind}.json") for _ in range(runs)]
            whole = [scores for scores in taken if scores is not None]
            found[kind] = middle(whole) if len(whole) == runs else None
        host.shutdown()
    return found
