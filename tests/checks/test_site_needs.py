"""What is asked of a package is what pages print of it, and the real one has it all."""

import json
import re
from dataclasses import replace

from scripts.checks.site_needs import LABELLED, check, table_findings
from scripts.kept.schema import CELL
from scripts.package import package_of
from tests.checks.packages import DESCRIPTOR, real_files
from tests.support import ROOT


def test_the_columns_that_need_labels_are_those_that_pages_label():
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "scripts/site").rglob("*.py"))
    assert set(re.findall(r'(?:\.labels|named)\("(\w+)", "(\w+)"\)', sources)) == LABELLED


def test_a_column_whose_labels_are_gone_is_found():
    descriptor = json.loads(real_files()[DESCRIPTOR])
    for resource in descriptor["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            field.pop("categories", None)
    package = package_of({**real_files(), DESCRIPTOR: json.dumps(descriptor).encode()})
    assert len({finding.problem for finding in check(package)}) == len(LABELLED)


def test_the_real_package_has_all_that_is_needed():
    assert not list(check(package_of(real_files())))


def test_a_record_of_the_source_that_says_too_little_is_found_where_there_is_one():
    broken = {**real_files(), "raw/source.yml": b"issuer: x\n"}
    assert {(finding.path, finding.rule) for finding in check(package_of(broken))} == {("raw/source.yml", "yaml-key")}
    without = {path: data for path, data in real_files().items() if path != "raw/source.yml"}
    assert not list(check(package_of(without)))


def test_a_part_of_the_descriptor_is_named_by_the_way_to_it():
    descriptor = json.loads(real_files()[DESCRIPTOR])
    del descriptor["title_en"], descriptor["licenses"][0]["name"]
    package = package_of({**real_files(), DESCRIPTOR: json.dumps(descriptor).encode()})
    told = {finding.problem.split("：")[0] for finding in check(package)}
    assert told == {"（顶层）", "licenses/0"}


def test_a_cell_may_be_as_long_as_a_spreadsheet_holds_and_no_longer():
    package = package_of(real_files())
    row = package.tables["units"][0]
    for length, found in ((CELL, 0), (CELL + 1, 1)):
        tables = {**package.tables, "units": ({**row, "unit_en": "x" * length},)}
        assert len(list(table_findings(replace(package, tables=tables), "units"))) == found


def test_a_slug_that_is_none_is_shown_as_far_as_it_tells():
    package = package_of(real_files())
    tables = {**package.tables, "cities": ({**package.tables["cities"][0], "city": "X" * 60},)}
    (finding,) = table_findings(replace(package, tables=tables), "cities")
    assert f"“{'X' * 40}”" in finding.problem
