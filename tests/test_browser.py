"""Which browser is taken, and that none at all ends in what to install."""

import re
import subprocess
from pathlib import Path

import pytest

from scripts import browser


def program(path: Path, status: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


def test_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = program(tmp_path / "mine")
    program(tmp_path / "chromium")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROME_PATH", str(named))
    assert browser.find_browser() == named


def test_stub_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "chromium", status=1)
    found = program(tmp_path / "google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROME_PATH", str(tmp_path / "missing"))
    assert browser.find_browser() == found


def test_no_browser_is_a_failure_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: list[str] = []

    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        tried.append(command[0])
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(browser, "find_browser", lambda: None)
    monkeypatch.setattr(subprocess, "run", fail)
    monkeypatch.setattr("sys.argv", ["browser", "--install"])
    assert browser.main() == 1
    assert tried, "it must have tried to install one"
    assert "CHROME_PATH" in capsys.readouterr().err


def test_root_gets_no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert "--no-sandbox" in browser.launch_arguments()
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert "--no-sandbox" not in browser.launch_arguments()


def test_browser_tests_never_skip(root: Path) -> None:
    for path in (root / "tests" / "browser").rglob("*.py"):
        assert not re.search(r"importorskip|pytest\.skip|mark\.skip", path.read_text("utf-8")), path
