"""Whole processes, measured by the system that ran them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """Of a process with all its children: seconds of CPU, and seconds by the clock."""

    cpu: float
    wall: float


class CommandError(Exception):
    """A measured command failed; what it printed is in the log it names."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Cost:
    """Run a command in `folder` to its end, its output into `log`. Raises CommandError where it fails."""
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)  # what Popen's own wait does not tell
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise CommandError(f"{' '.join(command)} ended with {process.returncode}: see {log}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - began)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure on its own."""
    return Cost(median(cost.cpu for cost in costs), median(cost.wall for cost in costs))
