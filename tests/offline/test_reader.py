"""The reader that needs nothing finds what Frictionless finds, cell by cell, in tables that are wrong all over."""

import re

import pytest

from scripts.checks import table_schema
from scripts.findings import Finding
from scripts.offline import reader
from scripts.package import Package, package_of, rows_to_csv
from tests.checks.packages import real_files

VALUES = ("", "x", "-1", "1.5", "1e3", "99999999999", "true", "2000", "0", " ")
#: findings on keys; Frictionless takes a cell that is not of its type for an empty one when it compares keys
EMPTY = re.compile("类型|required")
KEYS = ("外键在所指的表里找不到", "主键重复或为空", "不许重复的列里有重复的值")


def spoilt(seed: int) -> Package:
    """The real package with one cell of every row of every table another: a value of VALUES, or that of another row."""
    package, files = package_of(real_files()), dict(real_files())
    for resource in package.descriptor["resources"]:
        rows = [dict(row) for row in package.tables.get(resource["name"], ())]
        for at, row in enumerate(rows):
            column = list(row)[(at + seed) % len(row)]
            value = rows[(at * 7) % len(rows)][column] if seed % 4 == 3 else VALUES[(at * 3 + seed) % len(VALUES)]
            row[column] = value
        if rows:
            files[resource["path"]] = rows_to_csv(list(rows[0]), rows)
    return package_of(files)


def told(findings: list[Finding]) -> dict[tuple[str, int], set[str]]:
    """Place → what is said of it; on keys only where every cell of the row is of its type and none is missing."""
    said: dict[tuple[str, int], set[str]] = {}
    for each in findings:
        said.setdefault((each.path, each.line), set()).add(each.problem)
    return {
        place: {
            problem.partition("：“")[0] if "外键" in problem else problem
            for problem in problems
            if not any(key in problem for key in KEYS) or not any(EMPTY.search(each) for each in problems)
        }
        for place, problems in said.items()
    }


@pytest.mark.parametrize("seed", [0, 3, 5, 7])
def test_both_readers_say_the_same(seed):
    package = spoilt(seed)
    own, other = told(list(reader.check(package))), told(list(table_schema.check(package)))
    assert sum(map(len, own.values())) > 400
    assert own == other


def test_a_header_out_of_order_is_a_finding():
    data = real_files()["data/units.csv"].replace(b"unit,unit_en", b"unit_en,unit", 1)
    (finding,) = reader.check(package_of({**real_files(), "data/units.csv": data}))
    assert (finding.path, finding.line) == ("data/units.csv", 1)


@pytest.mark.parametrize("cell", ["NaN", "Infinity", "1" * 5000])
def test_a_number_that_is_none_is_not_of_its_type(cell):
    field = {"name": "x", "type": "number", "constraints": {"minimum": 0}}
    assert list(reader.broken(field, cell)) == [("type-error", "")]
    assert list(reader.broken({**field, "type": "integer"}, cell)) == [("type-error", "")]
