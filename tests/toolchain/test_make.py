"""What the Makefile promises beside building: it says its commands, rests when nothing changed, and never passes in vain."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.building import ROOT

#: called by other targets or by a workflow alone
CALLED_BY_OTHERS = {"beforehand", "env", "built", "rebuilt", "committed", "on-main", "release-upload", "help"}


def settings_of_a_person(**settings: str) -> dict[str, str]:
    """What the environment holds where nobody calls the tests from a Makefile."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))} | settings


def make(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`make` in a folder, as called by a person."""
    given, command = settings_of_a_person(**settings), ["/usr/bin/env", "make", *words]
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)


def targets() -> set[str]:
    """Every command of the Makefile."""
    text = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z][a-z.-]*):(?!=)", text, re.M))


#: stands for Python in a build: writes what each step writes, and nothing more
PYTHON = """#!/bin/sh
case "$*" in
  *"scripts.alone"*) exec REAL "$@" ;;
  *"scripts package"*) touch datapackage/datapackage.json ;;
  *"scripts pages"*) if [ -n "$EDITED_MEANWHILE" ]; then echo x >> "$EDITED_MEANWHILE"; sleep "${SLOW:-0}"; fi ;;
  *"mkdocs build"*) mkdir build/site.new && touch build/site.new/index.html ;;
esac
"""


@pytest.fixture
def repository() -> Iterator[Path]:
    """A repository with a package that is committed, and a built site: nothing is left to make."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield built_repository(Path(place))


def built_repository(folder: Path) -> Path:
    for name in ("build", "site", ".venv", "scripts", "docs", "datapackage/raw", "datapackage/etc", "datapackage/data"):
        (folder / name).mkdir(parents=True)
    for name in ("mkdocs.yml", "requirements.txt", "requirements-bootstrap.txt", "datapackage/datapackage.json"):
        (folder / name).touch()
    for name in (".venv/bootstrap", ".venv/runtime", "datapackage/raw/plan.txt"):
        (folder / name).touch()
    for name in ("Makefile", "scripts/__init__.py", "scripts/alone.py"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv/bin").mkdir()
    (folder / ".venv/bin/python").write_text(PYTHON.replace("REAL", sys.executable))
    (folder / ".venv/bin/python").chmod(0o755)
    assert make(folder, "site").returncode == 0
    for words in (["init"], ["add", "datapackage"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-m", "a"]):
        subprocess.run(["/usr/bin/env", "git", *words], cwd=folder, capture_output=True, check=True)
    return folder


def test_help_names_every_command_and_what_it_does() -> None:
    named = dict(re.findall(r"(?m)^  make ([a-z.-]+) +(\S.*)$", make(ROOT).stdout))
    assert named.keys() == targets() - CALLED_BY_OTHERS


def test_nothing_is_done_where_nothing_changed(repository: Path) -> None:
    done = make(repository, "site")
    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done


def build(folder: Path, **settings: str) -> str:
    """What `make site` prints."""
    done = make(folder, "site", **settings)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_is_not_made_again_for_what_it_wrote_itself(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("x")
    assert "站点 ……" in build(repository)
    assert "站点 ……" not in build(repository)


def test_what_is_saved_while_a_build_runs_is_built_the_next_time(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("x")
    assert "站点 ……" in build(repository, EDITED_MEANWHILE="mkdocs.yml")
    assert "站点 ……" in build(repository)
    assert "站点 ……" not in build(repository)


@pytest.mark.parametrize(
    "change",
    ["touch docs/new.md", "rm mkdocs.yml", "echo x > mkdocs.yml", "rm -r site", "rm datapackage/datapackage.json",
     "touch datapackage/data/a.csv", "touch scripts/a.py", "export SITE_URL=https://example.org",
     "echo x > mkdocs.yml && touch -d 2020-01-01 mkdocs.yml", "echo x > mkdocs.yml && touch -d 2035-01-01 build/site.stamp"],
)  # fmt: skip
def test_whatever_changes_the_site_builds_it_again(repository: Path, change: str) -> None:
    command = f"{change}; make site"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=repository, capture_output=True, text=True, check=False)
    assert "数据包 ……" in done.stdout


def test_a_file_that_is_only_touched_changes_nothing(repository: Path) -> None:
    os.utime(repository / "mkdocs.yml")
    assert "数据包 ……" not in build(repository)


def test_a_second_build_says_that_it_waits_and_then_finds_nothing_to_do(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("x")
    settings = settings_of_a_person(EDITED_MEANWHILE="build/log", SLOW="3")
    command = ["/usr/bin/env", "make", "site"]
    with subprocess.Popen(command, cwd=repository, env=settings, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout.readline() == "数据包 ……\n"
        second = build(repository)
        assert first.wait() == 0
    assert second == "另一个 make 正在生成站点，等它结束 ……\n站点已生成：site/index.html（用 make serve 打开）\n"
    assert (repository / "build/log").read_text() == "x\n"


def test_data_that_are_not_what_is_committed_fail_in_a_workflow(repository: Path) -> None:
    assert make(repository, "committed", CI="1").returncode == 0
    (repository / "datapackage/raw/left-behind").touch()
    assert "不是 raw/ 与 etc/ 生成的结果" in make(repository, "committed", CI="1").stderr
    assert make(repository, "committed", CI="").returncode == 0


def test_a_git_that_fails_is_no_proof(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    done = make(repository, "committed", CI="1", GIT_CEILING_DIRECTORIES=str(repository.parent))
    assert done.returncode == 2
    assert "datapackage/" in done.stderr


@pytest.mark.parametrize("name", ["build", "site"])
def test_a_folder_that_cannot_be_written_is_one_clear_line(repository: Path, name: str) -> None:
    (repository / name).chmod(0o555)
    other = {}
    if os.geteuid() == 0:  # root may write anywhere: everything else belongs to somebody else
        for path in (repository, *repository.rglob("*")):
            if name not in path.relative_to(repository).parts[:1]:
                os.chown(path, 65534, 65534)
        other = {"user": 65534, "group": 65534}
    command = ["/usr/bin/env", "make", "site", "SITE_URL=https://example.org"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False, **other)
    assert done.stderr.startswith(f"错误：不能改动 {name}/，请核对它的权限。")
    assert "Traceback" not in done.stderr


def test_ci_runs_what_a_person_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert script.rstrip().endswith("make test")
