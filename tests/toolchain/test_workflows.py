"""What zizmor, which `make lint` runs, does not ask of a workflow: commands of the Makefile, limits, and no more rights."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT
from tests.toolchain.test_make import make, targets

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"])


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(path).values():
        yield from job.get("steps", [])


def test_there_are_workflows() -> None:
    assert WORKFLOWS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestWorkflow:
    def test_every_command_is_one_make(self, path: Path) -> None:
        for command in (step["run"] for step in steps(path) if "run" in step):
            assert re.fullmatch(r"make [a-z][\w=^:. -]*", command), command
            assert command.split()[1] in targets(), command

    def test_jobs_for_pull_requests_cannot_write(self, path: Path) -> None:
        for name, job in jobs(path).items():
            if "write" in job["permissions"].values():
                assert re.search(r"github\.ref(_type)? == '", job["if"]), f"{name} runs for anyone"

    def test_jobs_have_a_time_limit(self, path: Path) -> None:
        assert all(0 < job["timeout-minutes"] <= 60 for job in jobs(path).values())

    def test_checkouts_keep_no_token(self, path: Path) -> None:
        for step in steps(path):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False

    def test_deployments_are_never_cancelled(self, path: Path) -> None:
        for job in jobs(path).values():
            if "environment" in job:
                assert job["concurrency"]["cancel-in-progress"] is False


SITE = jobs(ROOT / ".github/workflows/site.yml")


def needs(job: dict[str, Any]) -> set[str]:
    given = job.get("needs", [])
    return {given} if isinstance(given, str) else set(given)


def made_first(target: str) -> set[str]:
    """What a command of the Makefile needs, and what that needs."""
    text = (ROOT / "Makefile").read_text("utf-8")
    (rule,) = re.findall(rf"(?m)^{re.escape(target)}:(?!=) *([^#\n]*)", text) or [""]
    below = set(re.sub(r"\$\(.*\)", "", rule).split())
    return below.union(*map(made_first, below))


def test_nothing_of_the_tests_is_installed_where_the_published_files_are_made() -> None:
    assert ".venv/dev" in made_first("figures") & made_first("test")
    kept = {name for name, job in SITE.items() if "upload-" in str(job["steps"])}
    assert kept == {"build"}
    commands = [step["run"].split()[1] for step in SITE["build"]["steps"] if "run" in step]
    assert not [command for command in commands if ".venv/dev" in made_first(command)]


def test_what_is_built_is_published_only_when_the_tests_have_passed() -> None:
    assert needs(SITE["test"]) == {"build"}
    for name in ("deploy", "release"):
        assert needs(SITE[name]) == {"build", "test"}
        assert not [step for step in SITE[name]["steps"] if "make site" in step.get("run", "")]
    assert "make same-site" in [step.get("run") for step in SITE["test"]["steps"]]


def test_a_release_is_of_a_tag_on_main_and_approved() -> None:
    release = SITE["release"]
    assert release["if"] == "github.ref_type == 'tag'"
    assert release["environment"] == "release"
    assert next(step["run"] for step in release["steps"] if "run" in step) == "make on-main"


def test_one_step_alone_has_the_token() -> None:
    text = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    assert text.count("github.token") == 1
    assert "secrets." not in text
    (step,) = [step for step in steps(ROOT / ".github/workflows/site.yml") if "GH_TOKEN" in step.get("env", {})]
    assert step["run"] == "make release-upload"


def test_a_tag_beside_main_is_refused(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]
        subprocess.run(["/usr/bin/env", "git", *who, *words], cwd=tmp_path, capture_output=True, check=True)

    shutil.copy(ROOT / "Makefile", tmp_path)
    git("init")
    git("commit", "--allow-empty", "-m", "a")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert make(tmp_path, "on-main").returncode == 0
    git("commit", "--allow-empty", "-m", "b")
    refused = make(tmp_path, "on-main")
    assert refused.returncode != 0
    assert "不在 main 上" in refused.stderr
