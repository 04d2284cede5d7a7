"""What nobody sees in a package is found where it stands; what has a rule of its own is left to that."""

import json
from dataclasses import replace

import pytest

from scripts.checks.hidden_characters import check
from scripts.package import package_of
from tests.checks.packages import DESCRIPTOR, real_files

UNITS = "data/units.csv"
SEEN = real_files()[UNITS]


def found(units: bytes = SEEN) -> list[tuple[str, int]]:
    """Where something is hidden in the package with another table of units, read as the real one is."""
    package = replace(package_of(real_files()), files={**real_files(), UNITS: units})
    return [(finding.path, finding.line) for finding in check(package)]


def test_the_real_package_hides_nothing():
    assert found() == []


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\u00ad", "\ue000", "\x7f", "\x00"])
def test_it_is_found_on_its_line(character: str):
    first, second, *rest = SEEN.split(b"\n")
    assert found(b"\n".join([first, second[:2] + character.encode() + second[2:], *rest])) == [(UNITS, 2)]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + SEEN,
        SEEN.replace(b"\n", b"\r\n"),
        SEEN + b"\xff\xfe",
    ],
    ids=["a mark at the start", "line ends of Windows", "no UTF-8"],
)
def test_what_has_a_rule_of_its_own_is_not_told_twice(data: bytes):
    assert found(data) == []


def test_a_mark_within_a_file_is_hidden():
    assert found(SEEN.rstrip(b"\n") + b"\xef\xbb\xbf\n") == [(UNITS, SEEN.count(b"\n"))]


def test_a_file_that_is_missing_hides_nothing():
    package = package_of(real_files())
    files = {path: data for path, data in real_files().items() if path != UNITS}
    assert not list(check(replace(package, files=files)))


def test_a_file_that_the_package_does_not_list_is_not_its_own():
    package = package_of(real_files())
    assert not list(check(replace(package, files={**real_files(), "notes.txt": "\u202e".encode()})))


def test_an_escape_in_the_descriptor_hides_as_much():
    descriptor = json.loads(real_files()[DESCRIPTOR])
    descriptor["title"] += "\u202e"
    package = package_of({**real_files(), DESCRIPTOR: json.dumps(descriptor).encode()})
    assert [finding.path for finding in check(package)] == [DESCRIPTOR]
