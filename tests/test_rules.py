"""Every rule that a finding names is explained, with its fix, in docs/rules.md, and every rule there is broken by a test."""

import re

import pytest

from tests import test_archives as archives
from tests.checks import test_broken_packages as packages
from tests.extract.etc import test_broken_files as hand_kept
from tests.extract.plan import test_broken_source as source
from tests.extract.rows import test_broken_entries as entries
from tests.support import ROOT, run

#: rules that are broken outside the tables of breaks: tests/test_commands.py, test_build.py, test_run.py, test_wrong_figures.py, offline/
ELSEWHERE = {
    *("control-total", "expected-verdict"),
    *("file-access", "file-missing"),
    *("source-encoding", "source-empty", "source-size"),
    "schema-differs",
}
#: a site in which every rule of the last step is broken at least once
SITE = {
    "index.html": """<html><head><title>x</title></head><body><h1>x</h1><table></table>
<a href="nowhere/">x</a><a href="javascript:x">x</a><a href="second/">x</a><p id="a" aria-labelledby="b"></p><p id="a"></p>
<script>x</script><p style="x" onclick="x"></p><img src="https://example.org/x.png"></body></html>""",
    "second/index.html": "<html><body></body></html>",
    "lonely/index.html": "<html><body></body></html>",
}


def rules(section: str, page: str = "docs/rules.md") -> list[str]:
    """The rules that have a row, with problem and fix, in a section of a page."""
    text = (ROOT / page).read_text("utf-8")
    part = text[text.index(f"{{ #{section} }}") :].split("\n## ")[0]
    rows = re.findall(r"(?m)^\| `([a-z0-9-]+)` \| (.+) \| (.+) \|$", part)
    assert rows
    return [rule for rule, problem, fix in rows if problem.strip() and fix.strip()]


def documented(section: str) -> set[str]:
    """The rules that docs/rules.md explains in a section."""
    return set(rules(section))


@pytest.mark.parametrize("section", ["rules", "site"])
def test_the_english_page_has_the_same_rules_in_the_same_order(section: str) -> None:
    assert rules(section, "docs/en/rules.md") == rules(section)


def test_the_rules_of_reading_and_checking_are_those_that_the_tests_break():
    broken = {case.rule for table in (source, hand_kept, entries, packages) for case in table.BREAKS}
    broken |= {case.rule for table in (packages.EDITS, archives.CASES) for case in table}
    assert broken | ELSEWHERE == documented("rules")
    assert not broken & ELSEWHERE


def test_the_rules_of_the_last_step_are_those_that_a_broken_site_breaks(tmp_path, capsys):
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    status, printed = run(capsys, "postbuild", str(tmp_path))
    assert (status, {each.rule for each in printed}) == (1, documented("site"))
