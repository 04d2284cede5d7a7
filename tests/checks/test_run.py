"""All checks together, as the command runs them on what is on disk."""

import json

import pytest

from scripts.checks import run as run_checks
from scripts.package import package_of
from tests.checks.packages import DESCRIPTOR, changed, real_files
from tests.support import Printed, copy, replace, reseal, run


@pytest.fixture
def folder(tmp_path):
    """A copy of the finished package."""
    return copy(tmp_path, "raw/plan.txt", "data", DESCRIPTOR)


def test_a_changed_package_is_found_out(folder, capsys):
    line = replace(folder, "data/targets.csv", ",<=,58.6,", ",>=,58.6,")
    reseal(folder)
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert (status, printed) == (1, [Printed(f"{folder}/data/targets.csv", line, "target-words")])


def test_a_file_that_nothing_lists_is_found(folder, capsys):
    (folder / "data/old.csv").write_text("a\n1\n")
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert (status, printed) == (1, [Printed(f"{folder}/data/old.csv", 1, "unlisted-file")])


def test_a_listed_file_that_is_missing_is_found(folder, capsys):
    (folder / "data/cities.csv").unlink()
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert (status, [each.rule for each in printed]) == (1, ["package-unreadable"])


def test_a_listed_file_that_is_no_table_and_missing_is_found():
    package, _ = changed(DESCRIPTOR, '"path": "raw/plan.txt"', '"path": "raw/plan.md"')
    found = [(each.path, each.line) for each in run_checks(package) if each.rule == "unlisted-file"]
    assert found == [(DESCRIPTOR, 1)]


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"resources": 1}', b'{"resources": [1]}', b"null"])
def test_a_descriptor_that_is_none_is_a_finding(data, folder, capsys):
    (folder / DESCRIPTOR).write_bytes(data)
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert (status, {each.rule for each in printed}) == (1, {"package-unreadable"})


def test_a_table_cut_short_is_a_finding(folder, capsys):
    (folder / "data/measures.csv").write_bytes(real_files()["data/measures.csv"][:5000])
    status, printed = run(capsys, "check", "--datapackage", str(folder))
    assert status == 1
    assert {each.rule for each in printed} <= {"package-unreadable", "resource-hash", "csv-bytes", "table-schema"}


def test_a_table_that_is_neither_listed_nor_there_is_a_finding():
    descriptor = json.loads(real_files()[DESCRIPTOR])
    descriptor["resources"] = [each for each in descriptor["resources"] if each["name"] != "errata"]
    files = {path: data for path, data in real_files().items() if path != "data/errata.csv"}
    found = run_checks(package_of({**files, DESCRIPTOR: json.dumps(descriptor).encode()}))
    assert [(each.path, each.line, each.rule) for each in found] == [(DESCRIPTOR, 1, "table-missing")]
    assert "errata" in found[0].problem


def test_a_descriptor_that_no_reader_can_open_is_judged_no_further():
    package, _ = changed(DESCRIPTOR, '"primaryKey"', '"fieldsMatch": 1, "primaryKey"')
    assert {each.rule for each in run_checks(package)} == {"descriptor-profile"}


def test_the_content_of_a_table_out_of_shape_is_not_judged():
    package, _ = changed("data/annex2_cod.csv", "2338.80", "2338.8")
    assert {each.rule for each in run_checks(package)} == {"resource-hash", "decimal"}
