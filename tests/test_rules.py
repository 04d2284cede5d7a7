"""Every rule that a finding can name is explained, with its fix, in docs/rules.md, and is broken by a test."""

import re

from tests.checks import test_mutations as checks
from tests.extract import test_mutations as extract
from tests.support import ROOT

NAME = re.compile(r"\"([a-z]+(?:-[a-z0-9]+)+|alias|release|category|decimal|participants|reconciliation)\"")
#: in the finishing step a rule stands right before its problem, which is Chinese; class names do not
BEFORE_PROBLEM = re.compile(r"\"([a-z]+(?:-[a-z0-9]+)+)\",\s*f?\"[^\"]*[\u4e00-\u9fff]")
#: words of the code that look like the name of a rule and are none
OTHER = {"utf-8", "hash-count", "byte-count", "store-true"}
#: rules that other tests break: the command's own, the finishing step's, and bytes that are no text
ELSEWHERE = {
    "package-unreadable",
    "file-access",
    "file-missing",
    "unlisted-file",
    "source-encoding",
    "source-empty",
    "source-size",
    "alias-name",
}


def rules_in(*folders: str) -> set[str]:
    """Every rule named in the code of these folders or files."""
    files = [path for folder in folders for path in sorted(ROOT.glob(folder))]
    return {name for path in files for name in NAME.findall(path.read_text("utf-8"))} - OTHER


def documented() -> dict[str, str]:
    """Rule → its row in docs/rules.md."""
    rows = re.findall(r"(?m)^\| `([a-z0-9-]+)` \| (.+) \| (.+) \|$", (ROOT / "docs/rules.md").read_text("utf-8"))
    return {name: fix for name, what, fix in rows if what.strip() and fix.strip()}


def test_every_rule_is_explained_with_its_fix():
    finishing = [path.read_text("utf-8") for path in (ROOT / "scripts/postbuild").glob("*.py")]
    used = rules_in("scripts/extract/*.py", "scripts/checks/*.py", "scripts/commands.py")
    assert used | {name for text in finishing for name in BEFORE_PROBLEM.findall(text)} == set(documented())


def test_every_rule_of_reading_and_checking_is_broken_by_a_mutation():
    broken = {m.rule for m in extract.SOURCE + extract.CURATED} | {m.rule for m in checks.MUTATIONS}
    assert rules_in("scripts/extract/*.py", "scripts/checks/*.py", "scripts/commands.py") - broken == ELSEWHERE


def test_each_check_stands_in_a_file_of_its_own():
    for path in sorted((ROOT / "scripts/checks").glob("*.py")):
        if path.stem not in ("__init__", "places", "written"):
            text = path.read_text("utf-8")
            assert text.count("\ndef check(") == 1, path
            assert text.startswith('"""'), path
