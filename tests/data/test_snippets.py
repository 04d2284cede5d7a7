"""Every snippet of /data/use/ runs against the site as served and prints what the page says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.site.views.use import LISTED, Snippet, snippets, worked

from scripts.package import read_package
from scripts.serve import Server
from tests.support import REAL

PACKAGE = read_package(REAL)
PYTHON = [name for name, template, *_ in LISTED if template.startswith(name) and ".py" in template]


def snippet(name: str, site: str) -> Snippet:
    """A snippet as the page shows it, for the site at this address."""
    return next(each for each in (*snippets(PACKAGE, site), worked(PACKAGE, site)) if each.name == name)


def printed(command: list[str], folder: Path) -> str:
    """What a program prints when run in a folder of its own; a program that fails fails the test."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("name", [*PYTHON, "worked"])
def test_python(name: str, site_server: Server, tmp_path: Path) -> None:
    found = snippet(name, site_server.url)
    script = tmp_path / "snippet.py"
    script.write_text(found.code, encoding="utf-8")
    assert printed([sys.executable, "-X", "utf8", str(script)], tmp_path) == found.output


def test_curl(site_server: Server, tmp_path: Path) -> None:
    for tool in ("bash", "curl", "sha256sum"):
        assert shutil.which(tool), (
            f"{tool} is missing: install it, the page on loading the data promises that this runs"
        )
    found = snippet("curl", site_server.url)
    assert printed(["bash", "-euc", found.code], tmp_path) == found.output


def test_every_snippet_is_run() -> None:
    """`fetch` is run in a browser: tests/browser/test_snippet.py."""
    names = {each.name for each in snippets(PACKAGE, "http://x.example/")}
    assert names == {*PYTHON, "curl", "fetch"}
