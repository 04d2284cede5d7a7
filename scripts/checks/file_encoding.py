"""Source and tables are UTF-8 to the last byte."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.findings import Finding
from scripts.package import Package, encoding_findings


def check(package: Package) -> Iterator[Finding]:
    """Rule `file-encoding`: the first byte of each resource that no character begins with."""
    yield from encoding_findings(package)
