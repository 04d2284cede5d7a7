"""Every way a hand-kept file can be no list of the entries it should hold ends in a finding."""

import re

import pytest

from tests.extract.broken import Break, assert_found
from tests.extract.inputs import inputs

TARGETS = "etc/targets.yml"
#: whatever day the data's version has
(CREATED,) = re.findall(r"(?m)^created: .*$", inputs()["etc/package.yml"].decode())

BREAKS = [
    Break("a target stands twice", "duplicate-entry", TARGETS, 'target: "2.2"', 'target: "2.1"'),
    Break("a key nobody knows", "yaml-key", TARGETS, "scope: 全省", "scop: 全省"),
    Break("a list where a value belongs", "yaml-shape", TARGETS, "scope: 全省", "scope: [全省]", also=("yaml-key",)),
    Break("broken YAML", "yaml-syntax", TARGETS, "  kind: numeric\n", "\tkind: numeric\n"),
    Break("a version nobody can order", "release", "etc/package.yml", "version: 1.", "version: v1."),
    Break("a date that YAML turns into one", "release", "etc/package.yml", CREATED, "created: 2026-11-22"),
]  # fmt: skip


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.what)
def test_a_break_is_found_where_it_stands(case):
    assert_found(case)
