"""Every file in data/ is listed in the descriptor, and every file listed is there."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package


def check(package: Package) -> Iterator[Finding]:
    """Rule `unlisted-file`: compares data/ with the paths of datapackage.json, both ways."""
    listed = {str(resource["path"]) for resource in package.descriptor["resources"]}
    for path in sorted(package.files):
        if path.startswith("data/") and path not in listed:
            yield Finding(path, 1, "unlisted-file", "没有列在 datapackage.json 里", "请删去，或写进 etc/package.yml")
    for path in sorted(listed - set(package.files)):
        yield Finding(DESCRIPTOR, 1, "unlisted-file", f"列出的 {path} 不存在", "请运行 make package 重新生成")
