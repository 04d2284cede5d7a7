"""Whole processes, measured by the system that ran them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

WITNESS = Path(__file__).with_name("witness.py")
MAC_COUNTS_BYTES = 1024 if sys.platform == "darwin" else 1  # others count kilobytes


@dataclass(frozen=True)
class Cost:
    """Of one process with all its children: seconds of CPU, seconds by the clock, peak megabytes of one of them."""

    cpu_s: float
    wall_s: float
    peak_mb: float


class CommandError(Exception):
    """A measured command failed; what it printed is in the log it names."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Cost:
    """Run a command in `folder` to its end, its output into `log`. Raises CommandError where it fails."""
    report = log.with_suffix(".cost")
    with log.open("wb") as output:
        witness = [sys.executable, "-E", "-S", str(WITNESS), str(report), *command]
        subprocess.run(witness, cwd=folder, env=environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    told = json.loads(report.read_text())
    report.unlink()
    if told["code"] != 0:
        raise CommandError(f"{' '.join(command)} ended with {told['code']} after {told['wall_s']:.0f} s: see {log}")
    return Cost(told["cpu_s"], told["wall_s"], told["peak"] / 1024 / MAC_COUNTS_BYTES)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure on its own."""
    return Cost(
        median(cost.cpu_s for cost in costs),
        median(cost.wall_s for cost in costs),
        median(cost.peak_mb for cost in costs),
    )
