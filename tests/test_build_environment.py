"""The date of a build is the date of the data's version, and nothing else."""

import pytest

from scripts.build_environment import environment


@pytest.mark.parametrize("created", ["2026-11-22", "2026-11-22T00:00:00Z", "2026-11-22T23:30:00+08:00"])
def test_date_is_the_day_of_the_version(created: str) -> None:
    assert environment(f'{{"created": "{created}", "version": "1.0.0"}}'.encode()) == {
        "SOURCE_DATE_EPOCH": "1795305600",
        "DATA_VERSION": "1.0.0",
        "DATA_DATE": "2026-11-22",
    }
