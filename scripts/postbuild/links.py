"""Every link inside the site leads somewhere, and every page can be reached from the home page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urljoin, urlsplit

from scripts.findings import Finding
from scripts.postbuild.page import Page, Place, Tag, is_redirect
from scripts.postbuild.policy import fetched
from scripts.site.settings import Settings

OUTSIDE = frozenset({"http", "https", "mailto"})
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "data-copy", "data-opens")
HOME, MISSING = "index.html", "404.html"
# A server and a folder that no address of the site names, so that what does not depend on them is seen.
SERVER, ANYWHERE = "http://server.invalid", "/any/where/"


def links(tag: Tag) -> Iterator[str]:
    """The addresses a reader can follow from this tag, as written."""
    if tag.name in ("a", "area") and "href" in tag.attributes:
        yield tag.attributes["href"]
    if tag.name == "form":
        yield tag.value("action")
    if tag.name == "meta" and "refresh" in tag.words("http-equiv"):
        yield re.sub(r"(?i)^[^;]*;\s*url=", "", tag.value("content"))
    if tag.name == "link" and "alternate" in tag.words("rel"):
        yield tag.value("href")


def target(path: str, address: str, base: str) -> tuple[str, str] | None:
    """The file and fragment that `address` on the page at `path` leads a browser to; None: outside the site.

    `base` is the path of the site on its server, from slash to slash, where the page may rely on it, else "".
    Raises ValueError where the address would lead elsewhere on another server.
    """
    if urlsplit(address).scheme in OUTSIDE:
        return None
    root = SERVER + (base or ANYWHERE)
    url = urljoin(root + quote(path), address)
    if not url.startswith(root):
        raise ValueError("只在一台服务器上有效")
    file, _, fragment = url.removeprefix(root).partition("#")
    file = unquote(file.partition("?")[0])
    return file + HOME if file.endswith("/") or not file else file, unquote(fragment)


def check_links(pages: Mapping[str, Page], files: frozenset[str], settings: Settings) -> Iterator[Finding]:
    """A finding for each broken link, anchor, image or download, and for each page that can't be reached."""
    reached: dict[str, set[str]] = {path: set() for path in pages}
    for path, page in pages.items():
        base = _base(settings) if path == MISSING else ""
        for place in page.places:
            for address, follows in _addresses(place.tag).items():
                file, problem = _lead(page, address, base, pages, files)
                if problem:
                    yield _finding(page, place, "broken-link", f"链接 {address} {problem}", "改正链接或补上目标")
                elif follows:
                    reached[path].add(file)
            for name, each in _references(place.tag):
                if each not in page.ids:
                    yield _finding(page, place, "dangling-id", f"{name} 指向不存在的 id {each}", "改正 id")
    found = _reachable(reached)
    for path, page in pages.items():
        if path not in found and path != MISSING and not is_redirect(page):
            yield Finding(path, 1, "orphan-page", "从首页出发走不到这一页", "在导航、目录页或相关页面里加上链接")


def _base(settings: Settings) -> str:
    return urlsplit(settings.site_url).path + "/"


def _addresses(tag: Tag) -> dict[str, bool]:
    """Address → whether a reader gets there by following a link, for all that the tag names."""
    return dict.fromkeys(fetched(tag), False) | dict.fromkeys(links(tag), tag.name != "link")


def _references(tag: Tag) -> Iterator[tuple[str, str]]:
    """(attribute, id) for each id of its page that the tag names."""
    return ((name, each) for name in REFERENCES for each in tag.value(name).split())


def _lead(page: Page, address: str, base: str, pages: Mapping[str, Page], files: frozenset[str]) -> tuple[str, str]:
    """The file that the address leads to ("" outside the site), and what is wrong with it ("" if nothing)."""
    try:
        place = target(page.path, address, base)
    except ValueError as error:
        return "", str(error)
    if place is None:
        return "", ""
    file, fragment = place
    if file not in files:
        return file, "指向不存在的文件"
    if fragment and file in pages and fragment not in pages[file].ids:
        return file, "指向不存在的锚点"
    return file, ""


def _reachable(reached: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [HOME]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += reached.get(path, ())
    return found


def _finding(page: Page, place: Place, rule: str, problem: str, fix: str) -> Finding:
    return Finding(page.path, page.line(place.position), rule, problem, fix)
