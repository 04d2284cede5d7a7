"""How long a reader waits for an answer: to the first query, and to every later one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import HOW_TO_INSTALL, find_browser, launch_arguments
from scripts.serve import Server
from tests.bench.measure import CommandError
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
class Times:
    """Milliseconds; `later` and `worst` over all queries of the list."""

    first: float
    later: float
    worst: float


def search_once(browser: Browser, url: str, queries: list[str]) -> Times:
    """One reader with an empty cache."""
    page = browser.new_page(locale="zh-CN")
    page.goto(url + PAGE, wait_until="networkidle")
    first = page.evaluate(FIRST, FIRST_QUERY)
    page.wait_for_load_state("networkidle")
    later = [page.evaluate(LATER, query) for query in queries]
    page.close()
    return Times(first, median(later), max(later))


def search_times(site: Path, runs: int) -> Times:
    """Medians over `runs` readers. Raises CommandError without a browser."""
    path = find_browser()
    if path is None:
        raise CommandError(HOW_TO_INSTALL)
    queries = [query.text for query in QUERIES]
    with sync_playwright() as playwright, Server(site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        taken = [search_once(browser, server.url, queries) for _ in range(runs)]
        server.shutdown()
    return Times(*(median(getattr(times, name) for times in taken) for name in ("first", "later", "worst")))
