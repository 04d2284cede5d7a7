"""Two sums of each column, kept by hand, tell every slip of one figure and every exchange of two."""

from itertools import combinations

import pytest

from scripts.extract.etc.entries import Entry
from scripts.extract.rows.controls import check_totals, check_verdicts
from scripts.package import csv_to_rows
from tests.checks.packages import real_files
from tests.extract.inputs import inputs

CITIES = csv_to_rows(real_files()["data/cities.csv"])
PRINTED = [row for row in csv_to_rows(real_files()["data/city_targets.csv"]) if row["basis"] == "printed"]
COLUMNS = {
    key: [row for row in PRINTED if (row["annex"], row["indicator"], row["quantity"]) == key]
    for key in dict.fromkeys((row["annex"], row["indicator"], row["quantity"]) for row in PRINTED)
}


@pytest.fixture(scope="module")
def kept() -> tuple[Entry, ...]:
    """The sums as etc/controls.yml keeps them."""
    from scripts.extract.etc.tables import read_etc

    etc, findings = read_etc(inputs())
    assert findings == []
    return etc.tables["controls.totals"]


def slips(value: str) -> set[str]:
    """A digit one more or less, a digit dropped or doubled, two neighbours exchanged, the point moved."""
    made = set()
    for at, digit in enumerate(value):
        if digit != ".":
            made |= {value[:at] + str((int(digit) + step) % 10) + value[at + 1 :] for step in (1, -1)}
            made |= {value[:at] + digit + value[at:]}
        made |= {value[:at] + value[at + 1 :], value[:at] + value[at + 1 : at + 2] + digit + value[at + 2 :]}
    return {each for each in made if each.strip(".").replace(".", "", 1).isdigit() and float(each) != float(value)}


def found(entries, rows) -> list[str]:
    """The rules of what is found in a column."""
    return [each.rule for each in check_totals(entries, CITIES, rows)]


@pytest.mark.parametrize("key", COLUMNS, ids="-".join)
def test_every_slip_of_one_figure_is_found(kept, key):
    entries, column = [entry for entry in kept if tuple(entry.values.values())[:3] == key], COLUMNS[key]
    assert found(entries, column) == []
    for place, row in enumerate(column):
        made = slips(row["value"])
        assert len(made) > 3
        for value in made:
            assert found(entries, [*column[:place], row | {"value": value}, *column[place + 1 :]]) == ["control-total"]


@pytest.mark.parametrize("key", COLUMNS, ids="-".join)
def test_every_exchange_of_two_cities_is_found(kept, key):
    entries, column = [entry for entry in kept if tuple(entry.values.values())[:3] == key], COLUMNS[key]
    for one, other in combinations(range(len(column)), 2):
        a, b = column[one]["value"], column[other]["value"]
        rows = [row | {"value": {one: b, other: a}.get(place, row["value"])} for place, row in enumerate(column)]
        assert found(entries, rows) == ([] if a == b else ["control-total"])


def test_a_column_without_its_sum_and_a_sum_without_its_column_are_found(kept):
    (first, *others) = kept
    assert found(others, PRINTED) == ["control-total"]
    (finding,) = check_totals(kept, CITIES, [row for row in PRINTED if row["quantity"] != "increment_limit"])
    assert (finding.path, finding.problem) == ("etc/controls.yml", "没有 1、energy_increment、increment_limit")
    assert finding.line == first.line + 1


@pytest.mark.parametrize(
    ("verdict", "row", "problem"),
    [
        ("agrees", {"verdict": "agrees"}, None),
        ("agrees", {"verdict": "differs"}, "cod、base_2015 的 verdict 应为 agrees，现在是 differs"),
        ("agrees", None, "没有 cod、base_2015"),
        (None, {"verdict": "agrees"}, "没有列出 cod、base_2015（现在是 agrees）"),
    ],
)
def test_a_verdict_that_moves_is_found(verdict, row, problem):
    entry = Entry("etc/controls.yml", 7, {"indicator": "cod", "check": "base_2015", "verdict": str(verdict)})
    rows = [{"indicator": "cod", "check": "base_2015"} | row] if row else []
    made = list(check_verdicts([entry] if verdict else [], rows))
    assert [(each.rule, each.problem) for each in made] == ([("expected-verdict", problem)] if problem else [])


def test_every_verdict_that_moves_is_found_and_one_not_listed_points_at_the_file():
    names = [{"indicator": "cod", "check": check} for check in ("base_2015", "limit_2020", "increment_limit")]
    entries = [Entry("etc/controls.yml", line, name | {"verdict": "agrees"}) for line, name in enumerate(names[:2], 7)]
    found = list(check_verdicts(entries, [name | {"verdict": "differs"} for name in names]))
    assert [(each.path, each.line) for each in found] == [("etc/controls.yml", line) for line in (7, 8, 1)]
