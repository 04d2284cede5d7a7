"""The form of the site for a disk: links inside it lead to files, all other addresses stay, and no script is missing."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.package import read_files
from scripts.postbuild.links import MISSING, check_links, links
from scripts.postbuild.offline import SCRIPT, offline_address, offline_form, offline_page
from scripts.postbuild.page import read_page
from scripts.site.settings import Settings

#: address → where it leads on a disk
LEADS = {
    ".": "./index.html",
    "./": "./index.html",
    "..": "../index.html",
    "../..": "../../index.html",
    "search/": "search/index.html",
    "../../measures/3/#s2": "../../measures/3/index.html#s2",
    "../search/?q=x/y": "../search/index.html?q=x/y",
    "../explore/?a=1&b=2#c/": "../explore/index.html?a=1&b=2#c/",
}
STAYS = (
    *("", "#s2", "#a/", "?q=x/", "a.csv", "../raw/plan.txt", "../a.b", "a.csv?x=/", "mailto:a@example.org"),
    *("https://example.org/", "https://example.org", "HTTP://example.org/a/", "//example.org/a/", "/en/"),
)
#: markup → the same on a disk
TAGS = {
    '<a class="x" href="a/#b">': '<a class="x" href="a/index.html#b">',
    '<a href="a/?b=1&amp;c=2">': '<a href="a/index.html?b=1&amp;c=2">',
    '<a href="a&#95;b/">': '<a href="a_b/index.html">',
    '<a\n  title="1 > 0" href="..">': '<a\n  title="1 > 0" href="../index.html">',
    '<area href="a/">': '<area href="a/index.html">',
    '<form method="get" action="search/" data-base="../">': '<form method="get" action="search/index.html" data-base="../">',
    '<meta http-equiv="refresh" content="0; url=../a/">': '<meta http-equiv="refresh" content="0; url=../a/index.html">',
}
UNTOUCHED = (
    '<link rel="canonical" href="https://example.org/a/">',
    '<link rel="alternate" href="a/">',
    '<meta name="description" content="a/">',
    '<meta property="og:url" content="https://example.org/a/">',
    '<abbr href="a/">',
    '<!-- <a href="a/"> -->',
    '<script type="application/ld+json">{"a": "<a href=\\"a/\\">"}</script>',
)


@pytest.mark.parametrize("address", LEADS)
def test_an_address_of_a_page_leads_to_its_file(address: str) -> None:
    assert offline_address(address) == LEADS[address]
    assert offline_address(LEADS[address]) == LEADS[address]


@pytest.mark.parametrize("address", STAYS)
def test_any_other_address_stays(address: str) -> None:
    assert offline_address(address) == address


@pytest.mark.parametrize("markup", TAGS)
def test_what_a_reader_follows_is_rewritten(markup: str) -> None:
    assert offline_page("x/index.html", f"<p>{markup}</p>") == f"<p>{TAGS[markup]}</p>"


@pytest.mark.parametrize("markup", UNTOUCHED)
def test_what_nobody_follows_is_not(markup: str) -> None:
    assert offline_page("x/index.html", markup) == markup


def test_the_script_comes_before_the_others() -> None:
    made = offline_page("en/a/index.html", '<script>x</script><script src="../../a.js"></script>')
    assert made == f'<script>x</script><script src="../../{SCRIPT}"></script><script src="../../a.js"></script>'


def test_what_scripts_fetch_lies_beside_as_a_script_in_every_language() -> None:
    fetched = ("search/index.json", "search/more.json", "en/search/index.json", "charts/explore.vl.json")
    files = dict.fromkeys((*fetched, "data/a.json", "charts/b.vl.json", "measures/search.json"), b"[1]")
    made = offline_form(files)
    assert made.keys() - files.keys() == {f"{path}.js" for path in fetched} | {SCRIPT}
    assert {made[f"{path}.js"] for path in fetched} == {b"fromDisk=[1]"}
    assert {path: made[path] for path in files} == files


def test_every_link_of_the_site_leads_to_a_file_of_its_form_for_a_disk(site: Path) -> None:
    files = read_files(site)
    made = offline_form(files)
    assert {path for path in files if made[path] != files[path]} == {
        path for path in files if path.endswith(".html") and path != MISSING
    }
    pages = {path: read_page(path, data.decode()) for path, data in made.items() if path.endswith(".html")}
    assert not list(check_links(pages, frozenset(made), Settings()))
    for path in pages.keys() - {MISSING}:
        for place in pages[path].places:
            for url in map(urlsplit, links(place.tag)):
                assert url.scheme or not url.path or url.path.rpartition("/")[2] not in ("", ".", ".."), (path, url)
