"""The locks hold hashes and no addresses, say what the hand-written lists ask for, and are all that is installed."""

import re
import subprocess
from pathlib import Path

import pytest

NAMES = ("requirements-bootstrap", "requirements", "requirements-dev")
#: installed apart from all others
READERS = "requirements-readers"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: *;[^\\]*)? *((?:\\\n +--hash=sha256:[0-9a-f]{64} *)+)$", re.M)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(path: Path) -> set[str]:
    """The packages a hand-written list names."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if line and not line.startswith("-"))
    return {normal(match.group()) for match in found if match}


def pinned(path: Path) -> dict[str, set[str]]:
    """Package → versions in a lock (more than one where they differ by Python version)."""
    pins: dict[str, set[str]] = {}
    for match in PIN.finditer(path.read_text(encoding="utf-8")):
        pins.setdefault(normal(match[1]), set()).add(match[2])
    return pins


@pytest.mark.parametrize("name", [*NAMES, READERS])
def test_every_line_of_a_lock_is_a_pin_or_its_hash(root: Path, name: str) -> None:
    text = (root / f"{name}.txt").read_text(encoding="utf-8")
    assert PIN.sub("", text).strip() == "", "only pins: no option, no address, no path"


@pytest.mark.parametrize("name", [*NAMES, READERS])
def test_lock_holds_what_is_asked_for(root: Path, name: str) -> None:
    assert wanted(root / f"{name}.in") <= pinned(root / f"{name}.txt").keys()


def test_development_lock_agrees_with_runtime_lock(root: Path) -> None:
    runtime, development = pinned(root / "requirements.txt"), pinned(root / "requirements-dev.txt")
    assert {name: development.get(name) for name in runtime} == runtime


def test_whatever_is_installed_is_locked_by_hash(root: Path) -> None:
    command = ["/usr/bin/env", "make", "--dry-run", "--always-make", ".venv/dev"]
    printed = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    installs = [line for line in printed.splitlines() if re.search(r"\bpip install\b", line)]
    assert [line.split(" -r ")[1] for line in installs] == [f"{name}.txt" for name in NAMES]
    for line in installs:
        assert " --require-hashes " in line
        assert "--no-build-isolation" in line or "bootstrap" in line, "a build would fetch what is not locked"
