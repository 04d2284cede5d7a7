"""A pytest plugin: a hand-kept file is read once for all tests that leave it as it is, since each breaks one of thirty.

It is off where the code itself is changed (tests/mutation): there, what was read before says nothing.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from scripts.extract import build
from scripts.extract.etc import tables

Reader = Callable[..., tuple[Any, list[Any]]]


def once(read: Reader) -> Reader:
    """The same reading, done once for the same bytes; whoever asks gets a list of findings to add to."""
    kept = cache(read)

    def reading(*arguments: Any) -> tuple[Any, list[Any]]:
        made, findings = kept(*arguments)
        return made, list(findings)

    return reading


def pytest_configure() -> None:
    """Put it in place; a plugin that is switched off is not asked."""
    tables.read_file = once(tables.read_file)
    build.read_schema = once(build.read_schema)
