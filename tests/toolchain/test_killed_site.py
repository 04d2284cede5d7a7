"""`make site`, killed before any of its steps, leaves the old site, the new one or none; the next run makes the new."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.building import ROOT, copy_inputs, digests

#: stands for a command that `make` runs: kills the whole build instead of its n-th call, else does the same
SHIM = """#!/bin/sh
calls=$(cat "$COUNT" 2>/dev/null || echo 0)
echo $((calls + 1)) > "$COUNT"
if [ "$calls" -ge "$MOMENT" ]; then kill -9 0; fi
exec {command} "$@"
"""
ALIAS = """- entity_type: measure
  entity: "44"
  alias: 举报电话
  kind: everyday
  basis: common_knowledge
"""
#: what a build runs for its stamps and lists, for each step, and for both halves of the swap
COMMANDS = ("cksum", "rm", "mv", "python")


def make(folder: Path, command: str = "", moment: int = 0, **how: int) -> subprocess.CompletedProcess[str]:
    """`make site` in a working copy, killed before call number `moment` of `command`, if one is named."""
    settings = dict(os.environ)
    if command:
        shims = folder / "build" / "shims"
        shims.mkdir(parents=True, exist_ok=True)
        real = folder / ".venv/bin/python" if command == "python" else shutil.which(command)
        (shims / command).write_text(SHIM.replace("{command}", str(real)))
        (shims / command).chmod(0o755)
        counter = folder / "build" / "calls"
        counter.unlink(missing_ok=True)
        settings |= {"PATH": f"{shims}:{os.environ['PATH']}", "COUNT": str(counter), "MOMENT": str(moment)}
    return subprocess.run(
        ["/usr/bin/env", "make", "site", *(["PY=build/shims/python"] if command == "python" else [])],
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
        **how,
    )


@pytest.fixture(scope="module")
def built() -> Iterator[tuple[Path, dict[str, str], dict[str, str]]]:
    """(a working copy with a built site and then an edit, its site, the site after the edit)."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = copy_inputs(Path(place) / "clone")
        for path in (ROOT / "Makefile", *ROOT.glob("requirements*")):
            shutil.copy2(path, folder)
        (folder / ".venv").symlink_to(ROOT / ".venv")
        assert make(folder).returncode == 0
        before = digests(folder / "site")
        other = Path(shutil.copytree(folder, Path(place) / "other", symlinks=True))
        for each in (folder, other):
            with (each / "datapackage/etc/aliases.yml").open("a", encoding="utf-8") as file:
                file.write(ALIAS)
        assert make(other).returncode == 0
        yield folder, before, digests(other / "site")


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_killed_before_any_call_of_a_command_a_build_leaves_a_whole_site_or_none(command, built, tmp_path) -> None:
    old, before, after = built
    assert before != after
    for moment in count():
        folder = Path(shutil.copytree(old, tmp_path / "clone", symlinks=True))
        status = make(folder, command, moment).returncode
        if status == 0:  # it calls the command no more often
            assert moment > 1
            break
        assert status == -signal.SIGKILL
        assert digests(folder / "site") in (before, after, {}), moment
        assert make(folder).returncode == 0
        assert digests(folder / "site") == after, moment
        left = [path.name for path in (folder / "build").iterdir() if path.is_dir() and path.name.startswith("site.")]
        assert left == [], moment
        shutil.rmtree(folder)


@pytest.mark.slow
def test_a_site_that_cannot_be_replaced_is_one_clear_line(built, tmp_path: Path) -> None:
    folder = built[0].parent / "other"
    (folder / "mkdocs.yml").write_text((folder / "mkdocs.yml").read_text("utf-8") + "\n", "utf-8")
    (folder / "site").chmod(0o555)
    how = {}
    if os.geteuid() == 0:  # root may write anywhere: everything but the site belongs to somebody else
        for path in (folder, *folder.rglob("*")):
            if "site" not in path.relative_to(folder).parts[:1] and not path.is_symlink():
                os.chown(path, 65534, 65534)
        how = {"user": 65534, "group": 65534}
    done = make(folder, **how)
    assert done.returncode == 2
    assert "错误：不能改动 site/" in done.stderr
    assert "Traceback" not in done.stderr
    (folder / "site").chmod(0o755)
