"""etc/package.yml as it is read: what it shares is written out, and what is broken is told and not taken."""

import re

import pytest

from scripts.extract.etc.schema import PATH, read_schema
from tests.extract.inputs import inputs

REAL = inputs()[PATH].decode("utf-8")
LONG = "x" * 41


def told(text: str) -> list[tuple[int, str, str, str]]:
    """(line, rule, problem, fix) of all that is found; with a finding nothing is taken."""
    schema, findings = read_schema(text.encode("utf-8"))
    assert (schema == {}) is bool(findings)
    return [(each.line, each.rule, each.problem, each.fix) for each in findings]


def test_the_real_one_is_taken_whole():
    assert told(REAL) == []


def test_what_cannot_be_read_to_its_end_has_one_finding():
    ((line, rule, _, _),) = told("name: [")
    assert (line, rule) == (2, "yaml-syntax")


def test_a_list_is_no_descriptor():
    assert [problem for _, _, problem, _ in told("- a\n")] == ["此处应为“键: 值”的条目"]


def test_a_release_is_looked_at_only_where_all_else_is_right():
    version = re.sub(r"(?m)^version: .*$", f"version: {LONG}", REAL)
    assert [(rule, problem) for _, rule, problem, _ in told(version)] == [("release", f"version 写作“{LONG[:40]}”")]
    assert [rule for _, rule, _, _ in told(version + "stray: x\n")] == ["yaml-key"]


@pytest.mark.parametrize(("shared", "known"), [("", "没有"), ("shared:\n  note: {name: note}\n", "note")])
def test_a_shared_field_that_is_not_there_is_told_with_those_that_are(shared, known):
    text = f"{shared}resources:\n  - name: a\n    fields:\n      - {{use: {LONG}}}\n"
    problem = f"shared 里没有 {LONG[:40]}"
    line = text.count("\n")
    assert (line, "yaml-key", problem, f"可用的：{known}") in told(text)
