"""Every file for download made from the real package, once."""

from collections.abc import Mapping

import pytest

from tests.site.sites import downloads


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    """Path on the site → bytes, without an address of the site."""
    return downloads()
