"""The searches are typed in a browser; the tab and its watch are those of tests/browser."""

from pathlib import Path

import pytest

from scripts.package import Package, read_package
from tests.browser.conftest import browser as browser
from tests.browser.conftest import tab as tab


@pytest.fixture(scope="session")
def package(root: Path) -> Package:
    """The data package on disk."""
    return read_package(root / "datapackage")
