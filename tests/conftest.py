"""What every test may use: the folders, the built site, and the site as served."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, settings

from scripts.package import Package, read_package
from scripts.serve import Server

ROOT = Path(__file__).resolve().parent.parent

# One result for one commit: examples are derived from the test itself, not drawn anew on each run.
settings.register_profile("default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("default"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    """The built site; a test that needs it fails where nobody built it."""
    folder = root / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def package(root: Path) -> Package:
    """The data package on disk."""
    return read_package(root / "datapackage")


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[Server]:
    """`folder` on a free port of this machine for as long as the block runs."""
    with Server(folder, prefix=prefix) as server:
        Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def site_server(site: Path) -> Iterator[Server]:
    """The site below `/a/b/`, where an address that begins with `/` goes astray; `.url` ends with a slash."""
    with serve(site, "/a/b/") as server:
        yield server


@pytest.fixture(scope="session")
def root_server(site: Path) -> Iterator[Server]:
    """The site at `/`, as under a domain of its own."""
    with serve(site) as server:
        yield server
