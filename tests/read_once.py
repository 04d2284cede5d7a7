"""A pytest plugin: what a test leaves as it is, is read once for all: a hand-kept file, the tables by Frictionless.

Each test breaks one of thirty files, and half of them no table. It is off where the code itself is changed
(tests/mutation): there, what was read before says nothing.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

from scripts import checks
from scripts.checks import Check, descriptor_profile, table_schema
from scripts.extract import build
from scripts.extract.etc import tables
from scripts.findings import Finding
from scripts.package import Package

Reader = Callable[..., tuple[Any, list[Any]]]
FoundBy = Callable[[Check, Package], list[Finding]]
#: the two that take nine tenths of the time, and look at nothing but the descriptor and the bytes of the tables
COSTLY = (descriptor_profile.check, table_schema.check)


def once(read: Reader) -> Reader:
    """The same reading, done once for the same bytes; whoever asks gets a list of findings to add to."""
    kept = cache(read)

    def reading(*arguments: Any) -> tuple[Any, list[Any]]:
        made, findings = kept(*arguments)
        return made, list(findings)

    return reading


def found_once(found_by: FoundBy) -> FoundBy:
    """The same findings of a costly check on the same descriptor and tables, looked for once."""
    kept: dict[str, list[Finding]] = {}

    def finding(check: Check, package: Package) -> list[Finding]:
        if check not in COSTLY:
            return found_by(check, package)
        told = repr((check, package.descriptor, sorted(package.tables), sorted(package.files.items())))
        key = hashlib.sha256(told.encode()).hexdigest()
        if key not in kept:
            kept[key] = found_by(check, package)
        return list(kept[key])

    return finding


def pytest_configure() -> None:
    """Put it in place; a plugin that is switched off is not asked."""
    tables.read_file = once(tables.read_file)
    build.read_schema = once(build.read_schema)
    checks.found_by = found_once(checks.found_by)
