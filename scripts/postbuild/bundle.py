"""One style sheet for what all pages share, and names that change with the content, so that browsers may keep them."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping

import rcssmin
import rjsmin

from scripts.postbuild.page import read_tag

FOLDER = "assets/"
HASHED = re.compile(r"\.[0-9a-f]{10}\.(?:css|js)$")
HOLDERS = re.compile(r"<(?:link|script|form|button)\b[^>]*>")
ADDRESS = re.compile(r'((?:href|src|data-js|data-css|data-chinese)=")([^"]*?)(assets/[\w.-]+\.(?:css|js))(")')


def bundle_assets(
    files: Mapping[str, bytes], pages: Mapping[str, str]
) -> tuple[dict[str, bytes | None], dict[str, str]]:
    """(assets to write or delete, pages with the new addresses); a hashed name is left as it is."""
    shared = _shared(pages.values())
    plain = [path for path in files if _is_own(path) and path not in shared]
    names: dict[str, str] = {}
    changes: dict[str, bytes | None] = {}
    groups = [(path,) for path in sorted(plain)] + ([shared] if shared else [])
    for group in groups:
        data = _minified(group[0], b"\n".join(files[path] for path in group))
        name = _hashed(group[0], data)
        names[group[0]] = name
        changes |= dict.fromkeys(group, None) | {name: data}
    dropped = frozenset(shared[1:])
    return changes, {
        path: HOLDERS.sub(lambda tag: _renamed(tag[0], names, dropped), text) for path, text in pages.items()
    }


def _is_own(path: str) -> bool:
    inside = path.startswith(FOLDER) and "/" not in path[len(FOLDER) :]
    return inside and path.endswith((".css", ".js")) and not HASHED.search(path)


def _shared(texts: Iterable[str]) -> tuple[str, ...]:
    """The style sheets that every page links, in the order of the first page."""
    lists = [[path for path in _sheets(text) if not HASHED.search(path)] for text in texts]
    return tuple(path for path in lists[0] if all(path in others for others in lists)) if lists else ()


def _sheets(text: str) -> list[str]:
    tags = (read_tag(match[0]) for match in HOLDERS.finditer(text))
    return [FOLDER + posixpath.basename(tag.value("href")) for tag in tags if tag.value("rel") == "stylesheet"]


def _minified(path: str, data: bytes) -> bytes:
    if path.endswith(".min.js"):
        return data
    text: str = (rcssmin.cssmin if path.endswith(".css") else rjsmin.jsmin)(data.decode())
    return text.encode() + b"\n"


def _hashed(path: str, data: bytes) -> str:
    stem, extension = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}{extension}"


def _renamed(tag: str, names: Mapping[str, str], dropped: frozenset[str]) -> str:
    if any(match[3] in dropped for match in ADDRESS.finditer(tag)):
        return ""
    return ADDRESS.sub(lambda match: match[1] + match[2] + names.get(match[3], match[3]) + match[4], tag)
