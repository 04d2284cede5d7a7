"""Values of anyone's data as Markdown that they can't break out of."""

from __future__ import annotations

from scripts.findings import one_line


def cell(value: str) -> str:
    """A value as Markdown code that no value can break out of; an empty cell is said to be one."""
    if not value:
        return "（空）"
    longest = max((len(run) for run in "".join(c if c == "`" else " " for c in value).split()), default=0)
    fence = "`" * (longest + 1)
    return one_line(f"{fence} {value} {fence}".replace("\n", " ")).replace("|", "\\|")
