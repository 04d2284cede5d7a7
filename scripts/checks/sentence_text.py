"""An measure's sentences give its text, and each ends at its only 。."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.places import at, is_tight, numbered, words_at
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `sentence-text`: joined, cut after 。 and nowhere else, and each where its range says."""
    joined: defaultdict[str, str] = defaultdict(str)
    for line, row in numbered(package, "sentences"):
        joined[row["measure"]] += row["text"]
        if row["text"].count("。") != 1 or not row["text"].endswith("。"):
            yield at(package, "sentences", line, "sentence-text", "一句应恰以一个“。”结束")
        if row["text"] != words_at(package, row) or not is_tight(package, row):
            yield at(package, "sentences", line, "sentence-text", "句子与原文不同")
    for line, row in numbered(package, "measures"):
        if joined[row["measure"]] != row["text"]:
            problem = f"第 {row['measure']} 条的各句合起来不是它的正文"
            yield at(package, "measures", line, "sentence-text", problem)
