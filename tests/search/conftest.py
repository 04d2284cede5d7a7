"""The search's own tests read the data package on disk."""

from pathlib import Path

import pytest

from scripts.package import Package, read_package


@pytest.fixture(scope="session")
def package(root: Path) -> Package:
    """The data package on disk."""
    return read_package(root / "datapackage")
