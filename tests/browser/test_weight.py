"""What a page costs its reader: bytes over the wire (gzip), for every page of the built site."""

import gzip
import re
from functools import cache
from pathlib import Path

from tests.browser.pages import all_pages

#: KB (1,024 bytes) of HTML, style sheets, scripts and icon of a page; explore is apart
PAGE_KB = 25
#: pages that are one long list, and what English, which is longer, takes besides
LISTS_KB = {
    "source/": 40,
    "data/dictionary/": 33,
    "search/all/": 44,
    "en/source/": 60,
    "en/data/dictionary/": 60,
    "en/search/all/": 60,
    "en/glossary/": 30,
    "en/search/": 26,
    **{
        f"en/departments/{name}/": 28
        for name in ("development-and-reform-commission", "environmental-protection-department")
    },
}
CHART_KB = 3
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script[^>]* src)="([^"]+)"')


@cache
def zipped(path: Path) -> int:
    """The size of a file over the wire."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def loaded(site: Path, address: str) -> list[Path]:
    """The page itself and every file that it loads with it."""
    page = site / address / "index.html"
    text = page.read_text("utf-8")
    return [page, *sorted({(page.parent / found).resolve() for found in LOADED.findall(text)})]


def test_no_page_weighs_more_than_its_budget(site):
    weights = {path: sum(map(zipped, loaded(site, path))) for path in all_pages(site) if not path.endswith("explore/")}
    heavy = {path: size for path, size in weights.items() if size > LISTS_KB.get(path, PAGE_KB) * 1024}
    print(f"heaviest: {sorted(((size, path) for path, size in weights.items()), reverse=True)[:4]}")
    assert not heavy


def test_what_a_style_says_of_an_id_alone_meets_no_heading(site):
    styles = "".join(path.read_text("utf-8") for path in (site / "assets").glob("*.css"))
    selectors = re.findall(r"([^{}]+)\{", styles)
    alone = {name for each in selectors for name in re.findall(r"(?<![\w\]])#([a-z][a-z-]*)", each)}
    assert "search-results" in alone
    texts = [(site / path / "index.html").read_text("utf-8") for path in all_pages(site)]
    headings = {name for text in texts for name in re.findall(r"<h[1-6][^>]* id=\"([^\"]+)\"", text)}
    assert "words" in headings
    assert not alone & headings


def test_a_chart_stays_small(site):
    heavy = {}
    for path in all_pages(site):
        text = (site / path / "index.html").read_text("utf-8")
        for number, chart in enumerate(re.findall(r"<svg.*?</svg>", text, re.S)):
            size = len(gzip.compress(chart.encode("utf-8"), 9, mtime=0))
            if size > CHART_KB * 1024:
                heavy[path, number] = size
    assert not heavy
