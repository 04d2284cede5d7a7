"""Size and SHA-256 of every resource are those that the descriptor states."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from scripts.checks.places import REBUILD
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `resource-hash`: a file changed since the descriptor was written, or a resource without a hash."""
    for resource in package.descriptor["resources"]:
        path = str(resource["path"])
        data = package.files.get(path)
        if data is None:
            continue
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        if resource.get("hash") != digest or resource.get("bytes") != len(data):
            stated = f"{json.dumps(resource.get('bytes'))} 字节、{json.dumps(resource.get('hash'))}"
            problem = f"{path} 实为 {len(data)} 字节、{digest}，而记为 {stated}"
            yield Finding(DESCRIPTOR, 1, "resource-hash", problem, REBUILD)
