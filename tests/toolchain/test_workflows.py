"""The workflows stay safe: pinned actions, least rights, no text of a stranger in a shell."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
# Text that the author of a pull request chooses.
FOREIGN = re.compile(r"github\.event\.(?!repository\b)|github\.head_ref|github\.ref_name")


def load(path: Path) -> dict[Any, Any]:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    return dict(load(path)["jobs"])


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(path).values():
        yield from job.get("steps", [])


def make_targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", text, re.M))


def test_there_are_workflows() -> None:
    assert WORKFLOWS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestWorkflow:
    def test_actions_are_pinned_by_commit(self, path: Path) -> None:
        used = re.findall(r"uses:\s*(\S+)(.*)", path.read_text(encoding="utf-8"))
        assert used
        for action, comment in used:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
            assert re.fullmatch(r"\s+# v\d+\.\d+\.\d+", comment), f"{action}: say which version that is"

    def test_one_commit_for_each_action(self, path: Path) -> None:
        used = {step["uses"] for step in steps(path) if "uses" in step}
        assert len(used) == len({action.split("@")[0] for action in used})

    def test_every_command_is_one_make(self, path: Path) -> None:
        for step in steps(path):
            if "run" in step:
                command = step["run"]
                assert re.fullmatch(r"make [a-z][\w=^:. -]*", command), command
                assert command.split()[1] in make_targets(), command

    def test_no_foreign_text_reaches_a_shell(self, path: Path) -> None:
        for step in steps(path):
            assert "${{" not in step.get("run", "")
            assert not FOREIGN.search(str(step.get("env", "")))
        assert "pull_request_target" not in load(path)[True]  # YAML reads the key `on` as true

    def test_rights_are_given_by_job(self, path: Path) -> None:
        assert load(path)["permissions"] == {}
        for name, job in jobs(path).items():
            assert isinstance(job["permissions"], dict), name

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


def test_ci_runs_what_a_person_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert script.rstrip().endswith("make test")


def test_help_names_what_a_person_may_call() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", text, re.M)
    assert phony
    steps_of_others = {"FORCE", "help", "env", "browser", "committed", "release-download", "release-upload"}
    for target in set(phony[1].replace("\\", "").split()) - steps_of_others:
        assert f"make {target} " in text.split("# --- environment")[0], target
