"""What a build costs where nothing changed, and where one figure was corrected."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import CommandError, Cost, measure
from tests.bench.steps import KEPT, ROOT, WHOLE, run_step, steps, together

#: the first city's limit in annex 1, a figure that no other check of the plan pins down
WRONG, RIGHT = "\t620\n", "\t621\n"


@dataclass(frozen=True)
class Corrected:
    """`cost`: of the whole build after it; `pages`, `charts`, `others`: files below build/docs that differ, of `of`.

    `made`: how much of what is costly was made again, of `kept`.
    """

    cost: Cost
    steps: dict[str, Cost]
    pages: int
    charts: int
    others: int
    of: int
    made: int
    kept: int


def unchanged(log: Path) -> Cost:
    """`make site` with nothing to do, in the repository itself, the second time it is asked."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["/usr/bin/env", "make", "site"]
    measure(command, ROOT, environment, log)
    return measure(command, ROOT, environment, log)


def digests(folder: Path) -> dict[str, str]:
    """Path below the folder → hash of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def correct(package: Path) -> None:
    """Change one figure of the source, and the hash that is kept of it, as CONTRIBUTING.md says."""
    before = (package / "raw" / "plan.txt").read_text("utf-8")
    if before.count(WRONG) != 1:
        raise CommandError(f"{WRONG!r} stands {before.count(WRONG)} times in the plan: nothing to correct")
    text = before.replace(WRONG, RIGHT)
    (package / "raw" / "plan.txt").write_text(text, "utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = re.sub(r"(?m)^sha256: .*$", f"sha256: {digest}", (package / "raw" / "source.yml").read_text("utf-8"))
    (package / "raw" / "source.yml").write_text(source, "utf-8")


def corrected(folder: Path) -> Corrected:
    """Build a working copy that was built before once more, after a correction. Raises CommandError."""
    before, kept = digests(folder / "build" / "docs"), digests(folder / KEPT)
    correct(folder / "datapackage")
    costs = {step.name: run_step(step, folder) for step in steps(folder) if step.name in WHOLE}
    after, now_kept = digests(folder / "build" / "docs"), digests(folder / KEPT)
    changed = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
    pages = [path for path in changed if path.endswith(".md")]
    charts = [path for path in changed if path.startswith("charts/")]
    made = len(now_kept.keys() - kept.keys())
    others = len(changed) - len(pages) - len(charts)
    return Corrected(together(costs, WHOLE), costs, len(pages), len(charts), others, len(after), made, len(now_kept))
