"""The way out of an ending theme: ProperDocs builds the same site from the same Markdown and mkdocs.yml."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.building import step

LEADS = {"action", "data-chinese", "data-css", "data-js", "href", "id", "src"}


class Links(HTMLParser):
    """Addresses a page leads to or loads, and the ids it can be entered at."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found |= {(name, value or "") for name, value in attributes if name in LEADS}


def links(page: Path) -> set[tuple[str, str]]:
    parser = Links()
    parser.feed(page.read_text("utf-8"))
    return parser.found


def files(site: Path) -> dict[str, set[tuple[str, str]]]:
    """Every file of a site; of a page, its links and ids."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): links(path) if path.suffix == ".html" else set() for path in paths}


@pytest.mark.slow
def test_properdocs_builds_the_same_pages_and_links(root: Path, site: Path, tmp_path: Path) -> None:
    built = str(tmp_path / "site")
    step(root, "properdocs", "build", "--strict", "-f", "mkdocs.yml", "--site-dir", built)
    step(root, "scripts", "postbuild", built)
    ours, theirs = files(site), files(tmp_path / "site")
    assert sum(map(len, ours.values())) > 10_000, "nothing to compare"
    assert sorted(theirs) == sorted(ours)
    assert {page: theirs[page] ^ ours[page] for page in ours if theirs[page] != ours[page]} == {}
