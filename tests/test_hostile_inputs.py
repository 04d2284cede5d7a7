"""Whatever is put before a command, it answers on one screen with what is wrong, and touches nothing."""

import shutil
import signal
import time
from itertools import cycle

import pytest

from scripts.commands import main
from tests.hostile_inputs import READERS
from tests.hostile_rows import ROWS
from tests.support import LINE, REAL

SCREEN, SECONDS = 24, 5
TURNS = cycle(READERS)
TRIED = [(row, command) for row in ROWS for command in ([next(TURNS)] if row.commands == READERS else row.commands)]


@pytest.fixture
def folder(tmp_path, command):
    """What the command reads of the real package, to be spoilt, in a folder that nothing else is in."""
    left_out = ("data", "datapackage.json") if command == "package" else ("etc",)
    return shutil.copytree(REAL, tmp_path / "x", ignore=shutil.ignore_patterns("README.md", ".*", *left_out))


@pytest.fixture
def in_time():
    """Stops what never ends, and fails what took the processor too long."""

    def stop(*_):
        raise AssertionError("it does not end")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    began = time.process_time()
    yield
    signal.alarm(0)
    assert time.process_time() - began < SECONDS


def state(folder):
    """When everything in a folder was last changed, and how large it is."""
    return {each: (each.lstat().st_size, each.lstat().st_mtime_ns) for each in folder.rglob("*")}


def words_for(command, folder):
    """The command line."""
    return {
        "pages": ["pages", "--datapackage", str(folder), "--docs", str(folder.parent / "docs")],
        "diff": ["diff", str(folder), str(REAL)],
        "verify": ["verify", str(folder)],
    }.get(command, [command, "--datapackage", str(folder)])


def line_of(row, folder):
    """The line that the first finding must name."""
    if isinstance(row.line, int):
        return row.line
    text = (folder / row.path).read_bytes().decode("utf-8", "replace")
    return text.count("\n", 0, text.index(row.line)) + 1


@pytest.mark.parametrize(("row", "command"), TRIED, ids=[f"{command}: {row.what}" for row, command in TRIED])
def test_what_is_put_in_is_answered_on_one_screen_and_touches_nothing(row, command, folder, capsys, in_time):
    row.change(folder)
    before = state(folder.parent)
    status = main(words_for(command, folder))
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert (status, printed.err) == (1, "")
    assert state(folder.parent) == before
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) < 1000
    first = LINE.fullmatch(lines[0])
    found = (first["rule"], first["path"].removeprefix(str(folder)).removeprefix("/"), int(first["line"]))
    assert found == (row.rule, row.path, line_of(row, folder)), printed.out


def test_there_are_enough_of_them():
    assert len(ROWS) >= 100
    assert len({row.what for row in ROWS}) == len(ROWS)
