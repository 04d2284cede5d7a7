"""Files are written beside and renamed into place: a build killed at any moment is seen and mended."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scripts.commands import main
from scripts.files import replace_files, replace_folder, update_folder
from tests.support import ROOT, build, copy, replace, run

#: a build that dies, without any cleaning up, just before its n-th call of one method of Path
KILLED = """
import os, sys
from pathlib import Path
from scripts.commands import main

method, moment = sys.argv[1], int(sys.argv[2])
original, calls = getattr(Path, method), 0

def counted(*arguments):
    global calls
    calls += 1
    if calls > moment:
        os._exit(9)
    return original(*arguments)

setattr(Path, method, counted)
sys.exit(main(["package", "--datapackage", sys.argv[3]]))
"""
ALIAS = '- entity_type: measure\n  entity: "44"\n  alias: 举报电话\n  kind: everyday\n  basis: common_knowledge\n'


def killed_build(folder: Path, method: str, moment: int) -> int:
    """The exit status of a `package` killed at that moment."""
    words = [sys.executable, "-c", KILLED, method, str(moment), str(folder)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode


def content(folder: Path) -> dict[str, bytes]:
    """Every generated file of a package folder."""
    paths = [folder / "datapackage.json", *sorted((folder / "data").glob("*"))]
    return {path.name: path.read_bytes() for path in paths if path.exists()}


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """(the folder of an old package, its content, the content that a build gives after one edit)."""
    old = copy(tmp_path_factory.mktemp("old"), "raw", "etc", "data", "datapackage.json")
    before = content(old)
    new = copy(tmp_path_factory.mktemp("new"), "raw", "etc")
    for folder in (old, new):
        with (folder / "etc/aliases.yml").open("a", encoding="utf-8") as file:
            file.write(ALIAS)
    subprocess.run([sys.executable, "-m", "scripts", "package", "--datapackage", str(new)], cwd=ROOT, check=True)
    return old, before, content(new)


@pytest.mark.parametrize(("method", "moment"), [("replace", 1), pytest.param("write_bytes", 7, marks=pytest.mark.slow)])
def test_a_killed_build_is_seen_and_mended(method, moment, versions, tmp_path, capsys):
    old, before, after = versions
    folder = Path(shutil.copytree(old, tmp_path / "package"))
    assert killed_build(folder, method, moment) == 9
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    if status == 0:
        assert content(folder) in (before, after)
    else:
        assert {each.rule for each in printed} & {"resource-hash", "package-unreadable", "table-schema", "annex-table"}
    assert build(capsys, folder) == (0, [])
    assert content(folder) == after
    assert not (folder / ".staging").exists()


class Killed(BaseException):
    """Nothing catches it."""


def whole(folder: Path) -> bool:
    """Does the descriptor have the hash of every resource, as the rule `resource-hash` asks?"""
    resources = json.loads((folder / "datapackage.json").read_bytes())["resources"]
    return all(
        each["hash"] == f"sha256:{hashlib.sha256((folder / each['path']).read_bytes()).hexdigest()}"
        for each in resources
        if each["path"].startswith("data/")
    )


@pytest.mark.parametrize("method", ["replace", "write_bytes"])
def test_killed_at_any_moment_a_package_is_the_old_or_the_new_or_not_whole(method, versions, tmp_path, monkeypatch):
    old, before, after = versions
    files = {name if name == "datapackage.json" else f"data/{name}": data for name, data in after.items()}
    for moment in range(len(files)):
        folder = Path(shutil.copytree(old, tmp_path / str(moment)))
        left = iter(range(moment))
        original = getattr(Path, method)

        def counted(path, *arguments, left=left, original=original):
            if next(left, None) is None:
                raise Killed
            return original(path, *arguments)

        with monkeypatch.context() as patched:
            patched.setattr(Path, method, counted)
            with pytest.raises(Killed):
                replace_files(folder, files, owned="data", last="datapackage.json")
        assert content(folder) in (before, after) or not whole(folder), moment
        replace_files(folder, files, owned="data", last="datapackage.json")
        assert content(folder) == after
        assert not (folder / ".staging").exists()


def test_files_that_are_no_longer_made_go(tmp_path):
    replace_files(tmp_path, {"data/a.csv": b"1", "data/b.csv": b"2", "last": b"x"}, owned="data", last="last")
    (tmp_path / "kept.txt").write_text("by hand")
    replace_files(tmp_path, {"data/a.csv": b"3", "last": b"y"}, owned="data", last="last")
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert found == ["data/a.csv", "kept.txt", "last"]


def test_a_folder_is_replaced_whole(tmp_path):
    target = tmp_path / "docs"
    replace_folder(target, {"a/b.md": b"1"})
    replace_folder(target, {"c.md": b"2"})
    assert [path.name for path in target.rglob("*")] == ["c.md"]
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_an_update_writes_deletes_and_leaves_no_empty_folder(tmp_path):
    replace_folder(tmp_path / "site", {"a/old.js": b"1", "b.html": b"2"})
    update_folder(tmp_path / "site", {"a/old.js": None, "b.html": b"3", "c/d.css": b"4"})
    found = sorted(path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*"))
    assert found == ["b.html", "c", "c/d.css"]


@pytest.fixture
def read_only_copy():
    """A package folder that this process may read and not write, whoever runs the tests."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as place:  # what a build imports is imported before the rights to read it go
        folder = copy(Path(place), "raw", "etc")
        assert main(["package", "--datapackage", str(folder)]) == 0
    with tempfile.TemporaryDirectory() as place:
        folder = copy(Path(place), "raw", "etc")
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        if user == 0:
            os.seteuid(65534)
        yield folder
        os.seteuid(user)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)


def test_a_read_only_folder_is_one_clear_line(read_only_copy, capsys):
    status, printed = run(capsys, "package", "--datapackage", str(read_only_copy))
    assert (status, [each.rule for each in printed]) == (1, ["file-access"])


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path, capsys):
    folder = copy(tmp_path, "raw", "etc")
    (folder / "data").write_text("a file where the folder belongs")
    status, printed = run(capsys, "package", "--datapackage", str(folder))
    assert (status, [each.rule for each in printed]) == (1, ["file-access"])


def test_an_error_writes_nothing(tmp_path, capsys):
    folder = copy(tmp_path, "raw", "etc", "data", "datapackage.json")
    before = content(folder)
    replace(folder, "etc/targets.yml", 'value: "58.6"', 'value: "58.5"')
    status, _ = build(capsys, folder)
    assert status == 1
    assert content(folder) == before


@pytest.mark.parametrize("kept", [0, 1, 7])
def test_a_full_disk_is_told_where_it_is_full_and_leaves_nothing_behind(kept, tmp_path, capsys, monkeypatch):
    folder = copy(tmp_path, "raw", "etc", "data", "datapackage.json")
    before, written, original = content(folder), [], Path.write_bytes

    def write(self: Path, data: bytes) -> int:
        written.append(self)
        if len(written) > kept:
            self.touch()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return original(self, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    status, printed = build(capsys, folder)
    assert (status, [each.rule for each in printed]) == (1, ["file-access"])
    assert printed[0].path == written[-1].relative_to(folder).as_posix()
    assert not (folder / ".staging").exists()
    assert content(folder) == before
