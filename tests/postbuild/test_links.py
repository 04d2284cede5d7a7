"""Links inside the site are followed as a browser follows them."""

import pytest

from scripts.findings import Finding
from scripts.postbuild.links import REFERENCES, check_links, target
from scripts.postbuild.page import read_page
from scripts.site.settings import Settings

HERE = "cities/shenyang/index.html"
ELSEWHERE = "只在一台服务器上有效"
NO_FILE, NO_ANCHOR = "指向不存在的文件", "指向不存在的锚点"

#: address on the page HERE → the file and fragment it leads to, or None outside the site
LEADS = {
    "": (HERE, ""),
    "#t5.1": (HERE, "t5.1"),
    "?q=x": (HERE, ""),
    "./": (HERE, ""),
    ".": (HERE, ""),
    "../": ("cities/index.html", ""),
    "..": ("cities/index.html", ""),
    "../..": ("index.html", ""),
    "../../measures/3/#s2": ("measures/3/index.html", "s2"),
    "../shenyang.csv?x=/": ("cities/shenyang.csv", ""),
    "../../a%20b.csv#%E5%A5%BD": ("a b.csv", "好"),
    "https://example.org/x": None,
    "HTTP://example.org": None,
    "mailto:a@example.org": None,
}
#: what works on one server only, or on none
REFUSED = ["/x", "/", "//example.org/x", "//example.org", "../../../x", "../../..", "ftp://example.org/", "tel:110"]
#: markup on the home page of a site that also has a/index.html and a.csv → the link and what is wrong with it
BROKEN = [
    ('<a href="missing/">', "missing/", NO_FILE),
    ('<a href="a">', "a", NO_FILE),
    ('<a href="#missing">', "#missing", NO_ANCHOR),
    ('<a href="a/#missing">', "a/#missing", NO_ANCHOR),
    ('<a href="//example.org">', "//example.org", ELSEWHERE),
    ('<a href="/repo/a/">', "/repo/a/", ELSEWHERE),
    ('<area href="b/">', "b/", NO_FILE),
    ('<img src="a.png">', "a.png", NO_FILE),
    ('<img srcset="a.csv 1x, b.png 2x">', "b.png", NO_FILE),
    ('<link rel="x Alternate" href="b.csv">', "b.csv", NO_FILE),
    ('<form action="search/">', "search/", NO_FILE),
    ('<meta http-equiv="Refresh" content="0; URL=b/">', "b/", NO_FILE),
    ('<svg><use href="#missing"/></svg>', "#missing", NO_ANCHOR),
]
SOUND = [
    '<a href="#x">',
    '<a href="a/#y">',
    '<a href="a.csv#page=2" download>',
    '<a href="https://example.org/404">',
    '<a name="x">',
    '<link rel="canonical" href="missing">',
    '<meta name="x" content="0; url=missing">',
    '<p aria-describedby="x h">',
]


def found(**texts: str) -> list[Finding]:
    """The findings on a site of these pages (`a_index` is a/index.html) and the file a.csv."""
    pages = {name.replace("_", "/") + ".html": text for name, text in texts.items()}
    read = {path: read_page(path, text) for path, text in pages.items()}
    return list(check_links(read, frozenset(pages) | {"a.csv"}, Settings("https://example.org/repo")))


def rules(**texts: str) -> list[tuple[str, str]]:
    return [(finding.path, finding.rule) for finding in found(**texts)]


@pytest.mark.parametrize(("address", "expected"), LEADS.items())
def test_address_leads_where_a_browser_goes(address: str, expected: tuple[str, str] | None) -> None:
    assert target(HERE, address, "") == expected


@pytest.mark.parametrize("address", REFUSED)
def test_address_that_cannot_work_everywhere_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=ELSEWHERE):
        target(HERE, address, "")


def test_only_the_page_for_missing_pages_may_rely_on_the_sites_path() -> None:
    assert target("404.html", "/repo/a/#b", "/repo/") == ("a/index.html", "b")
    assert target("404.html", "/repo/", "/repo/") == ("index.html", "")
    for address in ("/a/", "//example.org/repo/a/"):
        with pytest.raises(ValueError, match=ELSEWHERE):
            target("404.html", address, "/repo/")
    home = {"index": '<a href="a/">', "a_index": ""}
    assert found(**home, **{"404": '<a href="/repo/a/">'}) == []
    assert rules(**home, **{"404": '<a href="/a/">'}) == [("404.html", "broken-link")]


@pytest.mark.parametrize(("markup", "address", "problem"), BROKEN)
def test_broken_link_is_found(markup: str, address: str, problem: str) -> None:
    expected = Finding("index.html", 2, "broken-link", f"链接 {address} {problem}", "改正链接或补上目标")
    assert found(index=f'<a href="a/">\n{markup}\n', a_index="") == [expected]


@pytest.mark.parametrize("markup", SOUND)
def test_sound_link_is_not(markup: str) -> None:
    assert found(index=f'<p id="x"><p id="h"><a href="a/">{markup}', a_index='<p id="y"><a href="../">') == []


@pytest.mark.parametrize("name", REFERENCES)
def test_reference_to_a_missing_id_is_found(name: str) -> None:
    expected = Finding("index.html", 1, "dangling-id", f"{name} 指向不存在的 id b", "改正 id")
    assert found(index=f'<p id="a" {name}="a b">') == [expected]


def test_page_that_cannot_be_reached_from_home_is_found() -> None:
    pair = {"a_index": '<a href="../b/">', "b_index": '<a href="../a/">'}
    both = [
        Finding(page, 1, "orphan-page", "从首页出发走不到这一页", "在导航、目录页或相关页面里加上链接")
        for page in ("a/index.html", "b/index.html")
    ]
    assert found(index="", **pair) == both
    assert found(index='<form action="a/">', **pair) == []
    assert found(index='<link rel="alternate" href="a/">', **pair) == both, "no reader follows it"
    assert found(index='<iframe src="a/">', **pair) == both, "no reader follows it"


def test_redirect_needs_no_link_but_a_target() -> None:
    assert found(index='<a href="a/">', a_index="", old='<meta http-equiv="refresh" content="0; url=a/">') == []
    gone = rules(index="", old='<meta http-equiv="refresh" content="0; url=gone/">')
    assert gone == [("old.html", "broken-link")]
