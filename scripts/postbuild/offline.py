"""The site for a disk: opened from a file, without a server, its links, search and chart of choices work too.

A server adds index.html to an address that ends in a slash; a disk shows a listing. Browsers refuse a page that was
opened from a file to fetch another file, but run scripts that lie beside it. Links are rewritten here and not by
script, so that they work without scripts too; offline.js does the rest. On a server the form works as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from scripts.postbuild.links import HOME, MISSING
from scripts.postbuild.page import MARKUP

SCRIPT = "assets/offline.js"
# What the scripts of the pages fetch, in whatever language.
FETCHED = re.compile(r"(?:.*/)?(?:search/\w+|charts/explore\.vl)\.json")
FOLLOWED = re.compile(r"<(?:a|area|form|meta|link(?=[^>]*\shreflang=))\s", re.IGNORECASE)
ADDRESS = re.compile(r'(?i:(\s(?:href="|action="|content="\d+;\s*url=)))([^"]*)')
FIRST_SCRIPT = '<script src="'


def offline_form(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The finished site (path below it → bytes) with pages that work from a disk, and what they need for that."""
    pages = [path for path in files if path.endswith(".html") and path != MISSING]
    made = {path: offline_page(path, files[path].decode()).encode() for path in pages}
    made |= {f"{path}.js": b"fromDisk=" + data for path, data in files.items() if FETCHED.fullmatch(path)}
    return {**files, **made, SCRIPT: Path(__file__).with_name("offline.js").read_bytes()}


def offline_page(path: str, text: str) -> str:
    """The page at `path`: its links lead to files, and its first script is ours."""
    root = "../" * path.count("/")
    text = MARKUP.sub(lambda markup: _followed(markup[0]), text)
    return text.replace(FIRST_SCRIPT, f'{FIRST_SCRIPT}{root}{SCRIPT}"></script>{FIRST_SCRIPT}', 1)


def _followed(markup: str) -> str:
    if not FOLLOWED.match(markup):
        return markup
    return ADDRESS.sub(lambda each: each[1] + escape(offline_address(unescape(each[2]))), markup)


def offline_address(address: str) -> str:
    """An address inside the site that leads to a folder, with the page that a server would send for it."""
    url = urlsplit(address)
    folder, _, name = url.path.rpartition("/")
    if url.scheme or url.netloc or not url.path or url.path.startswith("/") or name not in ("", ".", ".."):
        return address
    return urlunsplit(url._replace(path="/".join([*filter(None, (folder, name)), HOME])))
