"""Every file for download made from the real package, once."""

from collections.abc import Mapping

import pytest

from scripts.site.downloads.files import downloads_files
from tests.site.sites import SITES


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    """Path on the site → bytes, without an address of the site."""
    return downloads_files(SITES)
