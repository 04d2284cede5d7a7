"""The way out of an ending theme: ProperDocs builds the same Markdown with the same mkdocs.yml."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.building import step

PYTHON = Path("build") / "bench-venv" / "bin" / "python"


class Links(HTMLParser):
    """Addresses a page leads to or loads, and the ids it can be entered at."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found |= {(name, value or "") for name, value in attributes if name in ("href", "src", "id")}


def links(page: Path) -> set[tuple[str, str]]:
    parser = Links()
    parser.feed(page.read_text("utf-8"))
    return parser.found


def pages(site: Path) -> dict[str, set[tuple[str, str]]]:
    """Page → its links and ids."""
    return {path.relative_to(site).as_posix(): links(path) for path in sorted(site.rglob("*.html"))}


@pytest.mark.slow
def test_properdocs_builds_the_same_pages_and_links(root: Path, site: Path, tmp_path: Path) -> None:
    python = root / PYTHON
    assert python.is_file(), "ProperDocs is not installed: run `make test-all`"
    for name in ("mkdocs.yml", "build/docs", "scripts/render/theme"):
        source, target = root / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    step(tmp_path, "mkdocs", "build", "--strict", "--site-dir", "by-mkdocs")
    step(
        tmp_path,
        "properdocs",
        "build",
        "--strict",
        "-f",
        "mkdocs.yml",
        "--site-dir",
        "by-properdocs",
        python=str(python),
    )
    ours, theirs = pages(tmp_path / "by-mkdocs"), pages(tmp_path / "by-properdocs")
    assert sorted(theirs) == sorted(ours)
    assert {page for page in ours if theirs[page] != ours[page]} == set()
    assert sorted(theirs) == sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
