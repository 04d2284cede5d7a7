"""The national plan's figures are bound to their words: no key of any entry can say something else unnoticed."""

import re

import pytest

from scripts.extract.build import build
from scripts.package import csv_to_rows
from tests.checks.packages import real_files
from tests.extract.inputs import inputs, line_of

PATH = "etc/national.yml"
KEPT = inputs()[PATH].decode()
ENTRIES = re.findall(r"(?ms)^  - indicator: .*?(?=^  - |\Z)", KEPT)
#: key → what it might be written as by mistake, and the rules that may tell
MISTAKES = {
    "value": (("1", "15.0", "2020", "10.1"), {"target-value"}),
    "unit": (("吨", "百分点", "万吨标准煤"), {"target-unit"}),
    "comparator": ((">=", "~"), {"target-comparator"}),
    "change": (("increase",), {"target-change"}),
    "baseline_year": (("2010", "2020"), {"target-baseline-year"}),
    "target_year": (("2015", "2025"), {"target-year"}),
    "token": (("0", "99"), {"quote-token"}),
    "quote": (("别的话", "全国万元生产总值能耗比2015年下降15%"), {"quote-missing"}),
}


def findings(entry: str, changed: str) -> list[tuple[str, int, str]]:
    """Where findings stand when an entry is written otherwise, and their rules."""
    assert changed != entry
    files = {**inputs(), PATH: KEPT.replace(entry, changed, 1).encode()}
    made, found = build(files)
    assert made == {}
    return [(each.path, each.line, each.rule) for each in found]


def written(entry: str, key: str, value: str) -> str:
    """The entry with another value of a key."""
    return re.sub(rf"(?m)^(    {key}: ).*$", rf'\g<1>"{value}"', entry)


def test_each_entry_is_a_row():
    rows = csv_to_rows(real_files()["data/national_targets.csv"])
    assert len(ENTRIES) == len(rows) == 9


@pytest.mark.parametrize("key", MISTAKES)
@pytest.mark.parametrize("place", [0, 1, 8])
def test_a_key_that_says_something_else_is_found_at_its_entry(key, place):
    entry, (values, rules) = ENTRIES[place], MISTAKES[key]
    if f"    {key}: " not in entry:
        entry_with = entry + f'    {key}: "{values[0]}"\n'
        changes = [entry_with]
    else:
        changes = [written(entry, key, value) for value in values]
    for changed in changes:
        found = findings(entry, changed)
        assert found
        assert {(path, line) for path, line, _ in found} == {(PATH, line_of(KEPT, entry))}
        assert {rule for _, _, rule in found} & rules


@pytest.mark.parametrize("place", range(9))
def test_the_number_next_to_it_is_not_its_own_even_if_it_is_the_same(place):
    entry = ENTRIES[place]
    token = int(re.search(r'token: "(\d+)"', entry)[1])
    found = findings(entry, written(entry, "token", str(token - 1 or 2)))
    assert {rule for _, _, rule in found} & {"quote-token", "target-value"}


def test_a_second_document_is_found():
    again = KEPT.replace("\n\ntargets:", "\n  - {document: a, url: b, text: c}\n\ntargets:")
    files = {**inputs(), PATH: again.encode()}
    assert [(each.path, each.rule) for each in build(files)[1]] == [(PATH, "yaml-shape")]
