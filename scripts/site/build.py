"""The package and the hand-written pages → every file that MkDocs reads, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scripts.site.addresses import FOLDERS, placed
from scripts.site.discovery import discovery_files
from scripts.site.downloads.files import downloads_files
from scripts.site.page import Page, page_file
from scripts.site.pages import KINDS
from scripts.site.pages.parts.data_section import USE
from scripts.site.search.index import search_files
from scripts.site.site import Site
from scripts.site.text.script_texts import script_files

Files = dict[str, bytes]
ASSETS = Path(__file__).parent / "assets"


def copies(folder: Path, below: str = "") -> Files:
    """Every file of `folder`, its path below `folder` put below `below`."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {below + path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def written(docs: Files, language: str, pages: list[Page]) -> dict[str, str]:
    """Site path → Markdown of the pages that a person wrote, and of the one that explains how to load the data."""
    folder = FOLDERS[language]
    own = {
        path.removeprefix(folder).removesuffix(".md") + "/": data.decode("utf-8")
        for path, data in docs.items()
        if path.endswith(".md") and path.rpartition("/")[0] == folder.rstrip("/")
    }
    return own | {page.address: page.body for page in pages if page.address == USE}


def site_files(sites: Sequence[Site], docs: Path) -> Files:
    """Path below docs_dir → bytes: copies of `docs` and of the assets, and all that is generated.

    `sites`: the package in each language, the main one first.
    """
    files = downloads_files(sites)
    sizes = {path: len(data) for path, data in files.items()}
    own = copies(docs)
    for site in reversed(sites):
        files |= language_files(replace(site, sizes=sizes), own)
    return own | copies(ASSETS, "assets/") | files | discovery_files(sites[0])


def language_files(site: Site, own: Files) -> Files:
    """What is there once a language: its pages, its search, and what the scripts say."""
    language = site.text.language
    pages = [page for kind in KINDS for page in kind.pages(site)]
    files: Files = {}
    for page in pages:
        files |= dict([page_file(page, language)])
        files |= {placed(language, path): data for path, data in page.files.items()}
    found = search_files(site, written(own, language, pages))
    return {placed(language, path): data for path, data in found.items()} | files | script_files(site.text)
