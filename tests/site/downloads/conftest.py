"""The real package and every file for download made from it, once."""

from collections.abc import Mapping

import pytest

from scripts.package import Package, read_package
from scripts.site.downloads.files import downloads_files
from scripts.site.settings import Settings
from tests.site.making import workbook
from tests.support import REAL


@pytest.fixture(scope="session")
def package() -> Package:
    """The package of this repository."""
    return read_package(REAL)


@pytest.fixture(scope="session")
def files(package: Package) -> Mapping[str, bytes]:
    """Path on the site → bytes, without an address of the site."""
    return downloads_files(package, Settings(), workbook(package))
