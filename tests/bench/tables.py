"""The figures as one Markdown document of tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log10
from typing import Any

from tests.bench.lighthouse import CATEGORIES, TIMES
from tests.bench.steps import MKDOCS, WHOLE

Facts = Mapping[str, Any]
KB = 1024


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table, its columns after the first aligned right, and an empty line after it."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def cost_cells(cost: Facts) -> list[str]:
    """CPU, wall and memory of a cost."""
    return [f"{cost['cpu_s']:.2f}", f"{cost['wall_s']:.2f}", f"{cost['peak_mb']:.0f}"]


def stages(sizes: Mapping[str, Facts]) -> list[str]:
    """One table for every size of the plan that was built."""
    lines: list[str] = []
    for size, facts in sizes.items():
        counts = "，".join(f"{number} {name}" for name, number in facts["counts"].items())
        lines += [f"### {size}× ({counts})", ""]
        rows = {**facts["steps"], **facts["together"]}
        lines += table(
            ("step", "CPU s", "wall s", "peak MB"), ((name, *cost_cells(cost)) for name, cost in rows.items())
        )
        if facts.get("problem"):
            lines += [f"Stopped: {facts['problem']}", ""]
    return lines


def growth(sizes: Mapping[str, Facts]) -> dict[str, dict[str, float]]:
    """Sizes compared → what → exponent of its CPU: 1 is linear in the size of the plan."""
    whole = {size: facts for size, facts in sizes.items() if facts["together"]}
    found: dict[str, dict[str, float]] = {}
    for small, large in pairwise(whole):
        before, after = ({**whole[size]["steps"], **whole[size]["together"]} for size in (small, large))
        times = log10(int(large) / int(small))
        exponents = {name: log10(after[name]["cpu_s"] / cost["cpu_s"]) / times for name, cost in before.items()}
        found[f"{small}× to {large}×"] = exponents
    return found


def shares(sizes: Mapping[str, Facts]) -> dict[str, dict[str, float]]:
    """Size → CPU of the project's own steps over that of MkDocs on the same Markdown."""
    return {
        f"{size}×": {
            name: cost["cpu_s"] / facts["steps"][MKDOCS]["cpu_s"]
            for name, cost in facts["together"].items()
            if name.startswith("own")
        }
        for size, facts in sizes.items()
    }


def ratios(sizes: Mapping[str, Facts]) -> list[str]:
    """Growth exponents, and the project's own steps beside MkDocs."""
    lines: list[str] = []
    for title, found in (("growth exponent of CPU", growth(sizes)), (f"CPU over that of {MKDOCS}", shares(sizes))):
        names = next(iter(found.values()), {})
        rows = ([name, *(f"{column[name]:.2f}" for column in found.values() if column)] for name in names)
        lines += table((title, *(size for size, column in found.items() if column)), rows) if names else []
    return lines


def again(facts: Facts) -> list[str]:
    """Nothing changed, and one figure corrected."""
    lines: list[str] = []
    if "unchanged" in facts:
        lines.append(f"- `make site` with nothing changed: {facts['unchanged']['wall_s']:.2f} s")
    if "corrected" in facts:
        made = facts["corrected"]
        steps = ", ".join(f"{name} {made['steps'][name]['cpu_s']:.2f}" for name in WHOLE)
        lines.append(
            f"- one figure corrected: CPU {made['cost']['cpu_s']:.2f} s, wall {made['cost']['wall_s']:.2f} s ({steps}); "
            f"of {made['of']} files {made['pages']} pages, {made['charts']} chart files and {made['others']} others differ; "
            f"{made['made']} of {made['kept']} pages, drawings and workbooks were made again"
        )
    return ["### Built again", "", *lines, ""] if lines else []


def others(facts: Facts) -> list[str]:
    """This site beside what a user would pick instead, on the same Markdown."""
    lines = ["### On the same Markdown", ""]
    head = ("site", "CPU s", "wall s", "peak MB", "pages", "files", "site MB")
    rows = []
    for name, made in facts["sites"].items():
        if made.get("problem"):
            lines += [f"{name}: {made['problem']}", ""]
            continue
        size = made["size"]
        sizes = [str(size["pages"]), str(size["files"]), f"{size['bytes'] / KB / KB:.1f}"]
        rows.append((name, *cost_cells(made["cost"]), *sizes))
    lines += table(head, rows)
    weights = [
        (
            kind,
            name,
            f"{w['page_bytes'] / KB:.1f}",
            str(w["requests"]),
            str(w["foreign"]),
            f"{w['search_bytes'] / KB:.1f}",
        )
        for name, pages in facts["weights"].items()
        for kind, w in pages.items()
    ]
    columns = ("page", "site", "KB", "requests", "to other hosts", "KB with a search")
    return lines + table(columns, sorted(weights, key=lambda row: row[0]))


def search(facts: Facts) -> list[str]:
    """The first query, and all the later ones."""
    head = ("search", "KB", "ms", "worst ms")
    first = ("first query", f"{facts['first_bytes'] / KB:.1f}", f"{facts['first_ms']:.0f}", "")
    later = ("later queries", "0", f"{facts['later_median_ms']:.1f}", f"{facts['later_worst_ms']:.0f}")
    return table(head, (first, later))


def lighthouse(facts: Facts) -> list[str]:
    """Scores page by page, site beside site."""
    lines = [f"### Lighthouse (mobile, median of {facts['runs']})", ""]
    if facts["problem"]:
        return [*lines, facts["problem"], ""]
    rows = []
    for name, pages in facts["sites"].items():
        for kind, scores in pages.items():
            cells = [str(value) for value in (*scores["scores"], *scores["times_ms"])] if scores else ["failed"]
            rows.append((kind, name, *cells))
    times = [f"{name.replace('-', ' ')} ms" for name in TIMES]
    return lines + table(("page", "site", *CATEGORIES, *times), sorted(rows, key=lambda row: row[0]))


def document(facts: Facts) -> str:
    """Everything that was measured."""
    machine = ", ".join(f"{name} {value}" for name, value in facts["machine"].items())
    lines = ["## Figures of the build", "", f"Medians of {facts['runs']} runs; {machine}.", ""]
    if facts["sizes"]:
        lines += [*stages(facts["sizes"]), *ratios(facts["sizes"])]
    lines += again(facts)
    if "search" in facts:
        lines += search(facts["search"])
    if "others" in facts:
        lines += others(facts["others"])
    if "lighthouse" in facts:
        lines += lighthouse(facts["lighthouse"])
    return "\n".join(lines)
