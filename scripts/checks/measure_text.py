"""An measure's parts, put together, are the words that stand in the source."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, is_tight, numbered, words_at
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `measure-text`: label + title + 。 + text + responsibility = the source without white space."""
    for line, row in numbered(package, "measures"):
        parts = row["label"] + row["title"] + "。" + row["text"] + row["responsibility"]
        if parts != words_at(package, row) or not is_tight(package, row):
            problem = f"第 {row['measure']} 条的各部分合起来与原文不同"
            yield at(package, "measures", line, "measure-text", problem)
    for line, row in numbered(package, "chapters"):
        if f"{row['label']}、{row['title']}" != words_at(package, row) or not is_tight(package, row):
            problem = f"第 {row['chapter']} 章的标题与原文不同"
            yield at(package, "chapters", line, "measure-text", problem)
