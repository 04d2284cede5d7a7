"""The content security policy of each page, and what would break it or get round it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.findings import Finding
from scripts.postbuild.page import Page, Place, Tag, read_places

THEME_SCRIPT = Path(__file__).parent.parent / "site" / "theme" / "partials" / "javascripts" / "base.html"
# A script of any other type is a block of data: it is never run, so no policy applies to it.
RUN_TYPES = frozenset({"", "text/javascript", "application/javascript", "module", "importmap", "speculationrules"})
FETCHING = {"img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "embed": ("src",)}
FETCHING |= {"object": ("data",), "audio": ("src",), "video": ("src", "poster"), "track": ("src",), "use": ("href",)}
FETCHING |= {
    "script": ("src",),
    "form": ("action", "data-js", "data-css", "data-chinese"),
    "button": ("data-js",),
    "image": ("href",),
    "input": ("src",),
}
FETCHED_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"})
FOREIGN = re.compile(r"\s*(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//", re.ASCII)
FOREIGN_STYLE = re.compile(r"""(?:@import|url\()\s*["']?\s*(?:[a-z]+:)?//|@import""", re.IGNORECASE)
# Browsers drop these inside an address before they look at its scheme.
IGNORED = re.compile(r"[\x00-\x20]+")
SCRIPT_ADDRESS = re.compile(r"javascript:|vbscript:|data:text", re.IGNORECASE)
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: rule → how to put right what it finds
FIXES = {
    "inline-script": "把脚本放进 scripts/site/assets/ 的文件",
    "inline-style": "改用 site.css 里的类",
    "inline-handler": "在 site.js 里监听事件",
    "script-link": "链接只能指向网页或文件",
    "other-host": "把文件放进本站",
}


def theme_scripts() -> frozenset[str]:
    """The inline scripts of the theme, as text: no other may run."""
    return frozenset(place.raw for place in read_places(THEME_SCRIPT.read_text("utf-8")) if is_run(place))


def is_run(place: Place) -> bool:
    """Whether the place is an inline script that a browser runs."""
    tag = place.tag
    return tag.name == "script" and "src" not in tag.attributes and tag.value("type").strip().lower() in RUN_TYPES


def policy(scripts: frozenset[str]) -> str:
    """The policy of a page with these inline scripts; what a browser draws of charts is a `data:` image."""
    allowed = " ".join(["'self'", *sorted(map(_hash, scripts))])
    sources = f"default-src 'self'; script-src {allowed}; img-src 'self' data:; object-src 'none'"
    return f"{sources}; base-uri 'self'; form-action 'self'"


def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def with_policy(text: str, scripts: frozenset[str]) -> str:
    """The page with its policy as the first thing in its head; only `scripts` are allowed by hash."""
    present = frozenset(script for script in scripts if f"<script>{script}</script>" in text)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(present)}">'
    return META.sub("", text).replace("<head>", "<head>" + meta, 1)


def check_policy(page: Page, scripts: frozenset[str]) -> Iterator[Finding]:
    """What the policy forbids or could not see: inline styles and handlers, unknown scripts, other hosts."""
    for place in page.places:
        for rule, problem in _problems(place, scripts):
            yield Finding(page.path, page.line(place.position), rule, problem, FIXES[rule])


def _problems(place: Place, scripts: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(rule, problem) for each thing that the policy forbids in a tag."""
    tag = place.tag
    if is_run(place) and place.raw not in scripts:
        yield "inline-script", "页面里有不属于主题的内联脚本"
    if tag.name == "style" or "style" in tag.attributes:
        yield "inline-style", f"<{tag.name}> 带有内联样式"
    for name, value in tag.attributes.items():
        if name.startswith("on"):
            yield "inline-handler", f"<{tag.name}> 带有事件属性 {name}"
        if SCRIPT_ADDRESS.match(IGNORED.sub("", value)):
            yield "script-link", f"{name} 是脚本地址"
    for address in fetched(tag):
        if FOREIGN.match(address):
            yield "other-host", f"从其他网站加载 {address}"


def fetched(tag: Tag) -> Iterator[str]:
    """The addresses a browser may fetch for this tag, as written."""
    if tag.name == "link" and tag.words("rel") & FETCHED_LINKS and tag.value("href"):
        yield tag.value("href")
    for name in FETCHING.get(tag.name, ()):
        value = tag.value(name)
        if name == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.strip())
        elif value:
            yield value


def check_styles(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """No style sheet fetches another, here or elsewhere."""
    for path, data in sorted(files.items()):
        if path.endswith(".css"):
            text = data.decode()
            for match in FOREIGN_STYLE.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                yield Finding(path, line, "other-host", "样式表引用了另一个文件或网站", "把内容写进 site.css")
