"""No character of the package is hidden, or changes how others are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scripts.characters import hidden_findings
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package
from scripts.package_error import AGAIN


def check(package: Package) -> Iterator[Finding]:
    """Rule `hidden-character`: the source, the tables, and the descriptor as it is read, escapes included."""
    for path in sorted({str(resource["path"]) for resource in package.descriptor["resources"]} & package.files.keys()):
        text = package.files[path].decode("utf-8", "ignore")  # what is no UTF-8 is a finding of its own
        yield from hidden_findings(path, text.removeprefix("\ufeff").replace("\r", ""), AGAIN)
    said = json.dumps(package.descriptor, ensure_ascii=False, indent=2)
    yield from hidden_findings(DESCRIPTOR, said, AGAIN)
