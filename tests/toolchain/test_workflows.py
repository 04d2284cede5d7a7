"""What zizmor, which `make lint` runs, does not ask of a workflow: commands of the Makefile, limits, and no more rights."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT
from tests.toolchain.test_make import targets

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
