"""The finished real package in memory, whole or with one thing changed."""

from functools import cache

from scripts.findings import Finding
from scripts.package import Package, package_of, read_files
from tests.support import REAL, Printed

DESCRIPTOR = "datapackage.json"


@cache
def real_files() -> dict[str, bytes]:
    """The package as committed: path → bytes."""
    return read_files(REAL)


def changed(path: str, old: str, new: str) -> tuple[Package, int]:
    """The package with the first `old` of a file, which must be there, replaced; and the line on which it stood."""
    text = real_files()[path].decode("utf-8")
    assert old in text, f"{path} holds no {old!r}: the change would change nothing"
    package = package_of({**real_files(), path: text.replace(old, new, 1).encode("utf-8")})
    return package, text.count("\n", 0, text.index(old)) + 1 + old.startswith("\n")


def places(findings: list[Finding]) -> list[Printed]:
    """Where each finding points and what it is called."""
    return [Printed(each.path, each.line, each.rule) for each in findings]
