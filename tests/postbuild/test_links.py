"""Links inside the site are followed as a browser follows them."""

import pytest

from scripts.postbuild.links import check_links, target
from scripts.postbuild.page import read_page
from scripts.site.settings import Settings

HERE = "cities/shenyang/index.html"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", (HERE, "")),
        ("#t5.1", (HERE, "t5.1")),
        ("./", (HERE, "")),
        ("../", ("cities/index.html", "")),
        ("..", ("cities/index.html", "")),
        ("../..", ("index.html", "")),
        ("../../", ("index.html", "")),
        ("../../measures/3/#s2", ("measures/3/index.html", "s2")),
        ("../shenyang.csv?x=1", ("cities/shenyang.csv", "")),
        ("../../a%20b.csv#%E5%A5%BD", ("a b.csv", "好")),
        ("https://example.org/x", None),
        ("mailto:a@example.org", None),
    ],
)
def test_address_leads_where_a_browser_goes(address: str, expected: tuple[str, str] | None) -> None:
    assert target(HERE, address, "") == expected


@pytest.mark.parametrize("address", ["/x", "//example.org/x", "../../../x", "ftp://example.org/"])
def test_address_that_cannot_work_everywhere_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="地址"):
        target(HERE, address, "")


def test_only_the_page_for_missing_pages_may_begin_with_a_slash() -> None:
    assert target("404.html", "/repo/a/#b", "/repo/") == ("a/index.html", "b")
    assert target("404.html", "/repo/", "/repo/") == ("index.html", "")
    with pytest.raises(ValueError, match="地址"):
        target("404.html", "/a/", "/repo/")


def found(**texts: str) -> list[tuple[str, str]]:
    pages = {name.replace("_", "/") + ".html": text for name, text in texts.items()}
    read = {path: read_page(path, text) for path, text in pages.items()}
    findings = check_links(read, frozenset(pages) | {"a.csv"}, Settings("https://example.org/repo"))
    return [(finding.path, finding.rule) for finding in findings]


@pytest.mark.parametrize(
    "bad",
    [
        '<a href="missing/">',
        '<a href="#missing">',
        '<a href="a/#missing">',
        '<img src="a.png">',
        '<img srcset="a.csv 1x, b.png 2x">',
        '<link rel="alternate" href="b.csv">',
        '<form action="search/">',
        '<svg><use href="#missing"/></svg>',
    ],
)
def test_broken_link_is_found(bad: str) -> None:
    assert found(index=f'<a href="a/">{bad}', a_index="") == [("index.html", "broken-link")]


def test_sound_links_are_not() -> None:
    home = '<p id="x"><a href="#x"><a href="a/#y"><a href="a.csv" download><a href="https://example.org/404">'
    assert found(index=home, a_index='<p id="y"><a href="../">', **{"404": '<a href="/repo/a/">'}) == []


@pytest.mark.parametrize("name", ["aria-describedby", "aria-labelledby", "for", "headers", "data-copy"])
def test_reference_to_a_missing_id_is_found(name: str) -> None:
    assert found(index=f'<p id="a" {name}="a b">') == [("index.html", "dangling-id")]


def test_page_that_cannot_be_reached_from_home_is_found() -> None:
    pair = {"a_index": '<a href="../b/">', "b_index": '<a href="../a/">'}
    assert found(index="", **pair) == [("a/index.html", "orphan-page"), ("b/index.html", "orphan-page")]
    assert found(index='<form action="a/">', **pair) == []


def test_redirect_needs_no_link_but_a_target() -> None:
    assert found(index='<a href="a/">', a_index="", old='<meta http-equiv="refresh" content="0; url=a/">') == []
    gone = found(index="", old='<meta http-equiv="refresh" content="0; url=gone/">')
    assert gone == [("old.html", "broken-link")]
