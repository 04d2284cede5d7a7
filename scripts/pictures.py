"""The project's own pictures, drawn again by `make pictures`: icons from the favicon, and the site in a browser."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

import vl_convert

from scripts.browser import HOW_TO_INSTALL, find_browser, launch_arguments
from scripts.files import write_whole
from scripts.serve import Server

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "scripts" / "site" / "assets"
#: file → side in pixels, as phones ask for it
ICONS = {"apple-touch-icon.png": 180}
#: side of the favicon's own drawing
DRAWN = 32
#: file → width and height: what chats show of a link, what the README shows
VIEWS = {ASSETS / "share.png": (1200, 630), ROOT / ".github" / "site.png": (1280, 720)}


def icons() -> None:
    """Write the icons."""
    svg = (ASSETS / "favicon.svg").read_text("utf-8")
    for name, side in ICONS.items():
        write_whole(ASSETS / name, vl_convert.svg_to_png(svg, scale=side / DRAWN))


def views(site: Path, browser: Path) -> None:
    """Write the pictures of the home page of a built site."""
    from playwright.sync_api import sync_playwright  # only here: a part of the test environment

    with Server(site) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        launched = playwright.chromium.launch(executable_path=browser, args=launch_arguments())
        for path, (width, height) in VIEWS.items():
            page = launched.new_page(viewport={"width": width, "height": height})
            page.goto(server.url)
            write_whole(path, page.screenshot())
        launched.close()
        server.shutdown()


def main(site: str) -> int:
    """Draw all; 1 without a browser."""
    browser = find_browser()
    if browser is None:
        print(HOW_TO_INSTALL, file=sys.stderr)
        return 1
    icons()
    views(Path(site), browser)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
