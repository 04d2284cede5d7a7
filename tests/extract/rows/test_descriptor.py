"""datapackage.json: where the package lives stands in it only once that is settled."""

import json

import pytest

from scripts.extract.build import build
from tests.extract.broken import Break, assert_found
from tests.extract.inputs import inputs, with_change

ADDRESS = "https://example.org/plan/"
PACKAGE, BEFORE = "etc/package.yml", "\nkeywords:"
BREAKS = [
    Break("a homepage misspelt", "yaml-key", PACKAGE, BEFORE, f"\nhompage: {ADDRESS}{BEFORE}", "hompage:"),
    Break("a homepage that is no address", "yaml-shape", PACKAGE, BEFORE, f"\nhomepage: org{BEFORE}", "homepage: org"),
    Break("a homepage that is no folder", "yaml-shape", PACKAGE, BEFORE, f"\nhomepage: {ADDRESS}?a{BEFORE}", "homepage: http"),
    Break("two homepages", "yaml-shape", PACKAGE, BEFORE, f"\nhomepage: [{ADDRESS}]{BEFORE}", "homepage: ["),
]  # fmt: skip


def descriptor(files: dict[str, bytes]) -> dict:
    """The descriptor that is built, which no finding may hold up."""
    made, findings = build(files)
    assert findings == []
    return json.loads(made["datapackage.json"])


def test_a_package_without_a_homepage_names_none():
    assert not {"homepage", "id"} & descriptor(inputs()).keys()


def test_a_package_with_a_homepage_has_the_address_of_its_descriptor_as_its_id():
    files, _ = with_change(PACKAGE, BEFORE, f"\nhomepage: {ADDRESS}{BEFORE}")
    found = descriptor(files)
    assert (found["homepage"], found["id"]) == (ADDRESS, f"{ADDRESS}datapackage.json")
    rest = {key: value for key, value in found.items() if key not in ("homepage", "id")}
    assert rest == descriptor(inputs())


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.what)
def test_a_homepage_that_is_none_is_found_where_it_stands(case: Break):
    assert_found(case)


def test_a_release_whose_key_is_written_otherwise_is_told_at_its_line():
    files, line = with_change(PACKAGE, "version: 2.", '"version": x.')
    assert [(each.path, each.line, each.rule) for each in build(files)[1]] == [(PACKAGE, line, "release")]
