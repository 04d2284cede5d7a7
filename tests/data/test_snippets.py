"""Every snippet of /data/use/ runs against the site as served and prints what the page says."""

import ast
import html
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.serve import Server

PYTHON = ("worked", "pandas", "frictionless", "polars", "duckdb", "sqlite")
#: run below, in tests/browser/test_snippet.py, and weekly in tests/readers/test_readers.py
OTHERS = {"curl", "fetch", "datasette", "r"}
SITE = re.compile(r'(\bsite ?(?:=|<-) ?"?)https?://[^"\s]*')


@dataclass(frozen=True)
class Snippet:
    """Code for the site at some address, and what it prints."""

    code: str
    output: str


def snippet(name: str, site: Path, address: str, folder: str = "") -> Snippet:
    """A snippet as the page shows it, with the address of the site in the place of the page's own."""
    page = (site / folder / "data/use/index.html").read_text("utf-8")
    code, output = (
        html.unescape(re.sub(r"</?code>", "", re.search(rf'id="{part}-{name}">(.*?)</pre>', page, re.S)[1]))
        for part in ("code", "output")
    )
    found, count = SITE.subn(rf"\g<1>{address}", code)
    assert count == 1, code
    return Snippet(found, output)


def printed(command: list[str], folder: Path) -> str:
    """What a program prints when run in a folder of its own; a program that fails fails the test."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


#: (name, folder of the language); one whose English is the same program prints the same
RUN = [(name, folder) for name in PYTHON for folder in ("", "en") if (name, folder) != ("frictionless", "en")]


@pytest.mark.parametrize(("name", "folder"), RUN)
def test_python(name: str, folder: str, site: Path, site_server: Server, tmp_path: Path) -> None:
    found = snippet(name, site, site_server.url, folder)
    script = tmp_path / "snippet.py"
    script.write_text(found.code, encoding="utf-8")
    assert printed([sys.executable, "-X", "utf8", str(script)], tmp_path) == found.output


def test_curl(site: Path, site_server: Server, tmp_path: Path) -> None:
    for tool in ("bash", "curl", "sha256sum"):
        assert shutil.which(tool), (
            f"{tool} is missing: install it, the page on loading the data promises that this runs"
        )
    found = snippet("curl", site, site_server.url)
    assert printed(["bash", "-euc", found.code], tmp_path) == found.output


@pytest.mark.parametrize("folder", ["", "en"])
def test_every_snippet_is_run(folder: str, site: Path) -> None:
    page = (site / folder / "data/use/index.html").read_text("utf-8")
    assert set(re.findall(r'id="code-(\w+)"', page)) == {*PYTHON, *OTHERS}


def test_curls_snippet_is_the_same_in_every_language(site: Path) -> None:
    assert snippet("curl", site, "x", "en") == snippet("curl", site, "x")


def test_the_snippet_for_frictionless_is_the_same_program_in_every_language(site: Path) -> None:
    chinese, english = (snippet("frictionless", site, "x", folder) for folder in ("", "en"))
    assert ast.dump(ast.parse(chinese.code)) == ast.dump(ast.parse(english.code))
    assert chinese.output == english.output
