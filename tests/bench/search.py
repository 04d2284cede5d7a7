"""What a search costs a reader: bytes and time until the first answer, and the time of every later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import HOW_TO_INSTALL, find_browser, launch_arguments
from tests.bench.host import Host
from tests.bench.measure import CommandError
from tests.bench.weigh import bodies
from tests.search.queries import QUERIES

PAGE, FIRST_QUERY = "measures/5/", "锅炉 效率"
#: from the focus of the box until a result stands below it; reads the clock once a frame
FIRST = """query => new Promise(done => {
  const box = document.querySelector('#q'), start = performance.now();
  const wait = () => document.querySelector('.search-panel .found a')
    ? done(performance.now() - start) : requestAnimationFrame(wait);
  box.focus(); box.value = query; wait(); })"""
#: from the change of the box until the results are laid out
LATER = """query => {
  const box = document.querySelector('#q'), start = performance.now();
  box.value = query; box.dispatchEvent(new InputEvent('input')); document.body.offsetHeight;
  return performance.now() - start; }"""


@dataclass(frozen=True)
class Search:
    """Compressed bytes fetched for the first query, and milliseconds; `later_*` over all queries of the list."""

    first_bytes: float
    first_ms: float
    later_median_ms: float
    later_worst_ms: float


def search_once(browser: Browser, host: Host, site: Path, queries: Sequence[str]) -> Search:
    """One reader with an empty cache."""
    context = browser.new_context(locale="zh-CN")
    page, urls = context.new_page(), list[str]()
    page.goto(host.url + PAGE, wait_until="networkidle")
    page.on("request", lambda request: urls.append(request.url))
    first = page.evaluate(FIRST, FIRST_QUERY)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(700)
    later = [page.evaluate(LATER, query) for query in queries]
    context.close()
    paths = {urlsplit(url).path: url for url in urls}
    return Search(bodies(site, host.url, list(paths.values())), first, median(later), max(later))


def search_cost(site: Path, runs: int) -> Search:
    """Medians over `runs` readers. Raises CommandError without a browser."""
    path = find_browser()
    if path is None:
        raise CommandError(HOW_TO_INSTALL)
    queries = [query.text for query in QUERIES]
    with sync_playwright() as playwright, Host(site) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        measured = [astuple(search_once(browser, host, site, queries)) for _ in range(runs)]
        host.shutdown()
    return Search(*(median(column) for column in zip(*measured, strict=True)))
