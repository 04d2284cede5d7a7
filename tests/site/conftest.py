"""The real package, read once."""

import pytest

from scripts.package import Package, read_package
from tests.support import REAL


@pytest.fixture(scope="session")
def package() -> Package:
    """The package of this repository."""
    return read_package(REAL)
