"""A range of the source is taken as it stands, and only one that lies within it is whole."""

import pytest

from scripts.checks.places import at_source, is_tight
from scripts.package import Package

PACKAGE = Package({}, {}, "节能 减排\n\n附件", {})


@pytest.mark.parametrize(
    ("start", "end", "tight"),
    [
        (0, 9, True),
        (0, 1, True),
        (8, 9, True),
        (0, 0, False),
        (1, 0, False),
        (0, 10, False),
        (-9, 1, False),
        (0, 3, False),
        (2, 4, False),
        (2, 3, False),
    ],
)
def test_a_range_is_tight_within_the_source_and_without_white_space_at_its_ends(start, end, tight):
    assert is_tight(PACKAGE, {"source_start": str(start), "source_end": str(end)}) is tight


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (5, 1), (6, 2), (7, 3)])
def test_a_place_in_the_source_has_its_line(offset, line):
    assert at_source(PACKAGE, offset, "rule", "problem", "fix").line == line
