"""The site as served, and what it serves."""

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.serve import Server

Get = Callable[[str], bytes]


@pytest.fixture(scope="session")
def get(site_server: Server) -> Get:
    """The body at an address of the site; anything but 200 fails the test."""

    def fetch(address: str) -> bytes:
        try:
            with urllib.request.urlopen(site_server.url + address) as reply:
                return reply.read()
        except urllib.error.HTTPError as error:
            pytest.fail(f"{address}: {error.code}", pytrace=False)

    return fetch


@pytest.fixture(scope="session")
def html_pages(site: Path) -> dict[str, str]:
    """Every page of the site: its path without index.html → its HTML."""
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text("utf-8") for path in found}
