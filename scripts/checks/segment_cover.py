"""The segments cover the whole source, first code point to last, without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.places import at, numbered
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `segment-cover`: nothing of the source is lost and nothing counted twice."""
    place = 0
    for line, row in numbered(package, "segments"):
        start, end = int(row["source_start"]), int(row["source_end"])
        if start != place or end <= start:
            yield at(package, "segments", line, "segment-cover", f"应从 {place} 开始，实为 [{start}, {end})")
        if row["kind"] == "blank" and package.text[start:end].strip():
            yield at(package, "segments", line, "segment-cover", "blank 一段里有文字")
        place = end
    if place != len(package.text):
        line = len(package.tables["segments"]) + 1
        problem = f"只到 {place}，原文有 {len(package.text)} 个码点"
        yield at(package, "segments", line, "segment-cover", problem)
