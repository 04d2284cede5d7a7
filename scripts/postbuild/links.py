"""Every link inside the site leads somewhere, and every page can be reached from the home page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from scripts.findings import Finding
from scripts.postbuild.page import Page, Place, Tag, is_redirect
from scripts.postbuild.policy import fetched
from scripts.site.settings import Settings

OUTSIDE = frozenset({"http", "https", "mailto"})
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "data-copy", "data-opens")
HOME, MISSING = "index.html", "404.html"


def links(tag: Tag) -> Iterator[str]:
    """The addresses a reader can follow from this tag, as written."""
    if tag.name in ("a", "area") and "href" in tag.attributes:
        yield tag.attributes["href"]
    if tag.name == "form":
        yield tag.attributes.get("action", "")
    if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
        yield re.sub(r"(?i)^[^;]*;\s*url=", "", tag.attributes.get("content", ""))
    if tag.name == "link" and "alternate" in tag.attributes.get("rel", "").lower().split():
        yield tag.attributes.get("href", "")


@lru_cache(maxsize=1 << 16)
def target(path: str, address: str, base: str) -> tuple[str, str] | None:
    """The file and fragment that `address` on the page at `path` leads to; None: outside the site.

    `base` is the path of the site on its server, for addresses that begin with a slash ("" forbids them).
    Raises ValueError where the address can't work on every server.
    """
    parts = urlsplit(address)
    if parts.scheme in OUTSIDE:
        return None
    if parts.scheme or parts.netloc:
        raise ValueError("未知的地址类型")
    if parts.path.startswith("/") and not (base and parts.path.startswith(base)):
        raise ValueError("以 / 开头的地址换了目录就失效")
    if not parts.path:
        return path, unquote(parts.fragment)
    place = parts.path.removeprefix(base) if parts.path.startswith("/") else f"{posixpath.dirname(path)}/{parts.path}"
    file = posixpath.normpath(unquote(place).lstrip("/") or ".")
    if file.startswith(".."):
        raise ValueError("地址指向站点之外")
    is_folder = file == "." or parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", "..")
    return (posixpath.normpath(posixpath.join(file, HOME)) if is_folder else file), unquote(parts.fragment)


def check_links(pages: Mapping[str, Page], files: frozenset[str], settings: Settings) -> Iterator[Finding]:
    """A finding for each broken link, anchor, image or download, and for each page that can't be reached."""
    reached: dict[str, set[str]] = {}
    for path, page in pages.items():
        base = _base(settings) if path == MISSING else ""
        reached[path] = set()
        for place in page.places:
            for address, follows in _addresses(place.tag):
                problem, file = _problem(page, address, base, pages, files)
                if problem:
                    yield _finding(page, place, "broken-link", f"链接 {address} {problem}", "改正链接或补上目标")
                elif follows and file:
                    reached[path].add(file)
            for name, reference in _references(place.tag):
                if reference not in page.ids:
                    yield _finding(page, place, "dangling-id", f"{name} 指向不存在的 id {reference}", "改正 id")
    found = _reachable(reached)
    for path in pages:
        if path not in found and path != MISSING and not is_redirect(pages[path]):
            yield Finding(path, 1, "orphan-page", "从首页出发走不到这一页", "在导航、目录页或相关页面里加上链接")


def _base(settings: Settings) -> str:
    return urlsplit(settings.site_url).path.rstrip("/") + "/"


@lru_cache(maxsize=1 << 16)
def _addresses(tag: Tag) -> tuple[tuple[str, bool], ...]:
    """The addresses of the tag, and whether a reader gets there by following a link."""
    followed = dict.fromkeys(links(tag), tag.name != "link")
    return tuple((dict.fromkeys(fetched(tag), False) | followed).items())


def _problem(page: Page, address: str, base: str, pages: Mapping[str, Page], files: frozenset[str]) -> tuple[str, str]:
    """What is wrong with the address ("" if nothing), and the file it leads to ("" outside the site)."""
    try:
        place = target(page.path, address, base)
    except ValueError as error:
        return str(error), ""
    if place is None:
        return "", ""
    file, fragment = place
    if file not in files:
        return "指向不存在的文件", file
    if fragment and file in pages and fragment not in pages[file].ids:
        return "指向不存在的锚点", file
    return "", file


@lru_cache(maxsize=1 << 16)
def _references(tag: Tag) -> tuple[tuple[str, str], ...]:
    """(attribute, id) for each id of its page that the tag names."""
    return tuple((name, each) for name in REFERENCES for each in tag.attributes.get(name, "").split())


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
