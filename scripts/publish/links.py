"""Which links to other hosts have died: a report to act on, never a reason to fail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from scripts.package import DESCRIPTOR
from scripts.publish.fetch import fetch


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attributes if name == "href" and value]


def foreign_links(site: Path, own: tuple[str, ...]) -> dict[str, str]:
    """Address → the first page that links to it, for addresses on other hosts; the package's sources and licences too.

    Addresses below one of `own` (the site's and the repository's, empty ones aside) are left out: every
    page has its own link to report an error, and they live and die with the project.
    """
    ours = tuple(prefix for prefix in own if prefix)
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        parser = _Links()
        parser.feed(page.read_text(encoding="utf-8"))
        for link in parser.found:
            address = urldefrag(link).url
            if urlsplit(address).scheme in ("http", "https") and not address.startswith(ours):
                found.setdefault(address, page.relative_to(site).as_posix())
    told = json.loads((site / DESCRIPTOR).read_bytes())
    for each in (*told["sources"], *told["licenses"]):
        if str(each.get("path", "")).startswith("http"):
            found.setdefault(each["path"], DESCRIPTOR)
    return found


def dead_links(links: Mapping[str, str]) -> dict[str, str]:
    """Address → problem, for those that do not answer."""
    with ThreadPoolExecutor(max_workers=4) as pool:
        answers = pool.map(lambda address: fetch(address, limit=1), links)
        return {address: answer.problem for address, answer in zip(links, answers, strict=True) if answer.problem}


def report(links: Mapping[str, str], dead: Mapping[str, str]) -> str:
    """Markdown: how many links answer, and a table of those that do not."""
    lines = [f"外部链接 {len(links)} 个，其中 {len(dead)} 个没有正常应答。", ""]
    if dead:
        lines += ["| 链接 | 所在页面 | 结果 |", "|---|---|---|"]
        lines += [f"| {address} | {links[address]} | {_cell(problem)} |" for address, problem in dead.items()]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "¦").split())
