"""`python -m tests.mutation`: tries small changes of the code; each that no test notices must be listed with its reason.

mutmut makes the changes in a copy below build/ and runs for each the tests that reach the changed function, until
one fails.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import chdir
from pathlib import Path

import yaml
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

from tests.support import ROOT

FOLDER = ROOT / "build" / "mutation"
HERE = ROOT / "tests" / "mutation"
SURVIVORS = HERE / "survivors.yml"
INPUTS = ("scripts", "tests", "datapackage", "docs")
LEAST = 95.0
#: a change that makes the code run without end is noticed
NOTICED = {"killed", "timeout", "segfault"}

#: function, the lines as they are, and as they were changed
Change = tuple[str, str, str]


def copy_inputs() -> None:
    """The code, its tests and what they read, with mutmut's settings, in a new FOLDER."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name in INPUTS:
        shutil.copytree(ROOT / name, FOLDER / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "pyproject.toml", HERE / "mutmut.toml")
    (FOLDER / "pyproject.toml").write_text("".join(path.read_text("utf-8") for path in settings), "utf-8")


def change_of(mutant: str, path: str) -> Change:
    """What a mutant changes, from mutmut's diff of it."""
    lines = get_diff_for_mutant(mutant, path=path).splitlines()
    was, now = ([line[1:].strip() for line in lines if line[0] == sign and line[:3] != sign * 3] for sign in "-+")
    function = mutant.rpartition("__mutmut_")[0].replace(".x_", ".").replace("xǁ", "").replace("ǁ", ".")
    return function, "\n".join(was), "\n".join(now)


def results() -> tuple[Counter[bool], Counter[Change]]:
    """(how many changes were noticed and not, those that were not)."""
    counted: Counter[bool] = Counter()
    survived: Counter[Change] = Counter()
    with chdir(FOLDER):
        for meta in sorted(Path("mutants").rglob("*.meta")):
            path = meta.relative_to("mutants").as_posix().removesuffix(".meta")
            for mutant, code in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
                noticed = status_by_exit_code[code] in NOTICED
                counted[noticed] += 1
                if not noticed:
                    survived[change_of(mutant, path)] += 1
    return counted, survived


def listed() -> Counter[Change]:
    """The survivors that have a reason."""
    groups = yaml.safe_load(SURVIVORS.read_text("utf-8"))
    assert all(group["why"] for group in groups)
    return Counter((each["in"], each["was"], each["now"]) for group in groups for each in group["changes"])


def main() -> int:
    """0 where enough is noticed and the list of survivors is exact."""
    copy_inputs()
    subprocess.run([sys.executable, "tests/mutation/operators.py"], cwd=FOLDER, check=True)
    counted, survived = results()
    share = 100 * counted[True] / max(counted.total(), 1)
    unlisted, killed = survived - listed(), listed() - survived
    print(
        f"\n试了 {counted.total()} 处改动，测试发现 {counted[True]} 处（{share:.1f} %），没有发现 {counted[False]} 处"
    )
    for title, changes in (
        ("没有测试发现，也没有列出理由：", unlisted),
        ("列在 survivors.yml，测试却已发现：", killed),
    ):
        for function, was, now in changes.elements():
            print(
                title, yaml.safe_dump({"in": function, "was": was, "now": now}, allow_unicode=True, width=200), sep="\n"
            )
    return 0 if share >= LEAST and not unlisted and not killed else 1


if __name__ == "__main__":
    sys.exit(main())
