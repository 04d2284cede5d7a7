"""What a browser fetches: bytes and requests of a page, and what more before a search can answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser import HOW_TO_INSTALL, find_browser, launch_arguments
from tests.bench.host import Host, sent
from tests.bench.measure import CommandError

#: the pages that most readers come to, which Lighthouse looks at, too
MAIN = {"home": "", "item": "measures/5/", "city": "cities/shenyang/", "indicator": "indicators/cod/"}
PAGES = MAIN | {
    "chapter": "chapters/4/",
    "department": "departments/environmental-protection-department/",
    "departments": "departments/",
    "targets": "targets/",
    "reconciliation": "reconciliation/",
    "explore": "explore/",
    "glossary": "glossary/",
    "source": "source/",
    "search": "search/",
    "data": "data/",
    "dictionary": "data/dictionary/",
    "about": "about/",
}
QUERY = "氨氮"


@dataclass(frozen=True)
class Weight:
    """Bytes as sent (compressed) and requests of one page; `foreign`: requests to other hosts, not counted in."""

    page_bytes: int
    requests: int
    foreign: int
    search_bytes: int


def site_size(site: Path) -> dict[str, int]:
    """Files and bytes of a whole site."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {"files": len(sizes), "bytes": sum(sizes), "pages": len(list(site.rglob("*.html")))}


def bodies(site: Path, base: str, urls: list[str]) -> int:
    """Bytes of the bodies of these addresses of the site."""
    total = 0
    for url in urls:
        path = site / unquote(urlsplit(url).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        total += len(sent(path)) if path.is_file() else 0
    return total


def search(page: Page) -> None:
    """Look for something as a reader does who knows the key for it; all of these themes take the same one."""
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    page.keyboard.insert_text(QUERY)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(700)


def weigh(browser: Browser, site: Path, address: str) -> Weight:
    """Open one page of `site` with an empty cache, then search."""
    with Host(site) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        context = browser.new_context(viewport={"width": 360, "height": 800}, locale="zh-CN")
        page, urls = context.new_page(), list[str]()
        page.on("request", lambda request: urls.append(request.url))
        page.goto(host.url + address, wait_until="load")
        page.wait_for_load_state("networkidle")
        opened = list(urls)
        search(page)
        context.close()
        host.shutdown()
    ours = [url for url in urls if url.startswith(host.url)]
    first = [url for url in opened if url.startswith(host.url)]
    foreign = [url for url in opened if url.startswith("http") and not url.startswith(host.url)]
    later = [url for url in ours[len(first) :] if url not in first]
    size = bodies(site, host.url, first)
    return Weight(size, len(first), len(foreign), size + bodies(site, host.url, sorted(set(later))))


def weigh_sites(sites: dict[str, Path]) -> dict[str, dict[str, Weight]]:
    """Site → page → weight. Raises CommandError without a browser."""
    path = find_browser()
    if path is None:
        raise CommandError(HOW_TO_INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        return {
            name: {kind: weigh(browser, site, address) for kind, address in PAGES.items()}
            for name, site in sites.items()
        }
