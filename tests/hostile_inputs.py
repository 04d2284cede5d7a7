"""What was tried against the commands, each kind once: (what, how it is made, the finding that must come first)."""

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.checks.packages import real_files

PLAN, ORIGIN, DESCRIPTOR = "raw/plan.txt", "raw/source.yml", "datapackage.json"
PACKAGE, OUTLINE, INDICATORS, TARGETS, ALIASES, ERRATA = (
    f"etc/{name}.yml" for name in ("package", "outline", "indicators", "targets", "aliases", "errata")
)
CITIES, TERMS = "data/cities.csv", "data/terms.csv"
SHAPE, KEY, SYNTAX, HIDDEN, NEEDS, UNREADABLE = (
    *("yaml-shape", "yaml-key", "yaml-syntax"),
    *("hidden-character", "site-needs", "package-unreadable"),
)
#: a change of a folder that holds the real package
Change = Callable[[Path], None]
DIGITS = "1" * 5000
#: all that these do first is to read the descriptor, so that each row is put before one of them in turn
READERS = ("check", "pages", "diff", "verify")


@dataclass(frozen=True)
class Row:
    """`commands`: those that must find it; `line`: a number, or words on the line of the changed file."""

    what: str
    change: Change
    rule: str
    path: str
    line: int | str = 1
    commands: tuple[str, ...] = ("package",)


@cache
def text_of(path: str) -> str:
    """A file of the real package."""
    return real_files()[path].decode("utf-8")


def data(path: str, content: bytes) -> Change:
    """Another content of a file."""

    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)

    return change


def text(path: str, old: str, new: str, count: int = 1) -> Change:
    """A file with some words replaced, which must be there."""
    assert old in text_of(path), f"{path} holds no {old!r}"
    return data(path, text_of(path).replace(old, new, count).encode("utf-8"))


def plan(old: str, new: str, count: int = 1) -> Change:
    """The plan with some words replaced, and its hash in the record made to fit."""
    spoilt = text_of(PLAN).replace(old, new, count).encode("utf-8")
    known, digest = (hashlib.sha256(each).hexdigest() for each in (text_of(PLAN).encode("utf-8"), spoilt))
    changes = (text(PLAN, old, new, count), text(ORIGIN, known, digest))
    return lambda folder: [change(folder) for change in changes] and None


def end(path: str, more: str) -> Change:
    """A file with words at its end."""
    return data(path, (text_of(path) + more).encode("utf-8"))


def gone(path: str) -> Change:
    """A file taken away."""
    return lambda folder: (folder / path).unlink()


def link(path: str, target: str) -> Change:
    """A link in the place of a file."""

    def change(folder: Path) -> None:
        (folder / path).unlink()
        (folder / path).symlink_to(target)

    return change


def pipe(path: str) -> Change:
    """A pipe in the place of a file."""

    def change(folder: Path) -> None:
        (folder / path).unlink()
        os.mkfifo(folder / path)

    return change


def sparse(path: str, size: int) -> Change:
    """A file of many bytes that takes no room."""

    def change(folder: Path) -> None:
        with (folder / path).open("wb") as file:
            file.truncate(size)

    return change


def described(edit: Callable[[dict], object]) -> Change:
    """The descriptor changed by a function, written as it always is."""

    def change(folder: Path) -> None:
        descriptor = json.loads(text_of(DESCRIPTOR))
        edit(descriptor)
        written = json.dumps(descriptor, ensure_ascii=False, indent=2)
        written = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):x}", written)
        data(DESCRIPTOR, written.encode("utf-8"))(folder)

    return change


def top(**keys: object) -> Change:
    """The descriptor with other values at its top."""
    return described(lambda it: it.update(keys))


def resource(**keys: object) -> Change:
    """The descriptor with other values in its second resource, the first table."""
    return described(lambda it: it["resources"][1].update(keys))


def schema(**keys: object) -> Change:
    """The descriptor with other values in the schema of its first table."""
    return described(lambda it: it["resources"][1]["schema"].update(keys))


def field(**keys: object) -> Change:
    """The descriptor with other values in the first column of its first table."""
    return described(lambda it: it["resources"][1]["schema"]["fields"][0].update(keys))
