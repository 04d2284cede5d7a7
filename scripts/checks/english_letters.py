"""An English cell is in English: Chinese letters stand there only within quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.english_twins import MEND, twins
from scripts.checks.places import at
from scripts.english_parsing import stray_letters
from scripts.findings import Finding
from scripts.package import Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `english-letters`: a Chinese text without English, or an English one with Chinese letters or signs."""
    for twin in twins(package):
        problem = "没有英文" if not twin.english.strip() else ""
        if stray := stray_letters(twin.english):
            problem = f"有中文字符“{stray}”"
        if problem:
            yield at(package, twin.resource, twin.line, "english-letters", f"{twin.column}_en {problem}", MEND)
