"""raw/ and etc/ of the real package in memory, whole or with one thing changed."""

import hashlib
import re
from functools import cache

from hypothesis import settings

from scripts.package import read_files
from tests.support import REAL

PLAN = "raw/plan.txt"


@cache
def inputs() -> dict[str, bytes]:
    """raw/ and etc/ of the real package: path → bytes."""
    return {path: data for path, data in read_files(REAL).items() if path.startswith(("raw/", "etc/"))}


TEXT = inputs()[PLAN].decode("utf-8")


def with_source(data: bytes) -> dict[str, bytes]:
    """The same with another source, its hash in raw/source.yml kept right."""
    digest = hashlib.sha256(data).hexdigest()
    source = re.sub(rb"(?m)^sha256: .*$", f"sha256: {digest}".encode(), inputs()["raw/source.yml"])
    return {**inputs(), PLAN: data, "raw/source.yml": source}


def with_change(path: str, old: str, new: str) -> tuple[dict[str, bytes], int]:
    """The same with the first `old` of a file, which must be there, replaced; and the line on which it stood."""
    text = inputs()[path].decode("utf-8")
    assert old in text, f"{path} holds no {old!r}: the change would change nothing"
    data = text.replace(old, new, 1).encode("utf-8")
    files = with_source(data) if path == PLAN else {**inputs(), path: data}
    return files, line_of(text, old)


def line_of(text: str, words: str) -> int:
    """The line (from 1) on which `words` first stand."""
    return text.count("\n", 0, text.index(words)) + 1


def builds() -> settings:
    """For a property whose every example is a whole build: a few of them, all in the thorough profile."""
    tried = settings.default.max_examples
    return settings(max_examples=6 if tried <= 100 else tried)
