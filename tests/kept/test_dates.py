"""A day is one of the calendar, written in one way, and in a year that a zip can hold."""

import pytest

from scripts.kept.dates import is_day


@pytest.mark.parametrize("written", ["2017-04-21", "1980-01-01", "2100-12-31", "2024-02-29"])
def test_a_day_is_one(written):
    assert is_day(written)


@pytest.mark.parametrize(
    "written", ["20170421", "2017-W16-5", "2017-4-21", "2017-02-29", "1979-12-31", "2101-01-01", ""]
)
def test_what_is_no_day_is_none(written):
    assert not is_day(written)
