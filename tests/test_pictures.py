"""The pictures that are files of the project: there, of the size that is asked for, and named by every page."""

import struct
from pathlib import Path

from scripts.pictures import ASSETS, ICONS, VIEWS
from tests.browser.pages import all_pages


def size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG."""
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_each_picture_has_its_size() -> None:
    assert {name: size(ASSETS / name) for name in ICONS} == {name: (side, side) for name, side in ICONS.items()}
    assert {path: size(path) for path in VIEWS} == VIEWS


def test_every_page_names_the_icons(site: Path) -> None:
    for path in all_pages(site):
        html = (site / path / "index.html").read_text("utf-8")
        assert all(f"assets/{name}" in html for name in ICONS), path
