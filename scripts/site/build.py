"""The package and the hand-written pages → every file that MkDocs reads, in memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

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


def written(docs: Files, pages: list[Page]) -> dict[str, str]:
    """Site path → Markdown of the pages that a person wrote, and of the one that explains how to load the data."""
    own = {path.removesuffix(".md") + "/": data.decode("utf-8") for path, data in docs.items() if path.endswith(".md")}
    return own | {page.address: page.body for page in pages if page.address == USE}


def site_files(site: Site, docs: Path) -> Files:
    """Path below docs_dir → bytes: copies of `docs` and of the assets, and all that is generated."""
    files = downloads_files(site)
    sized = replace(site, sizes={path: len(data) for path, data in files.items()})
    pages = [page for kind in KINDS for page in kind.pages(sized)]
    for page in pages:
        files |= page.files | dict([page_file(page)])
    own = copies(docs)
    files |= search_files(site, written(own, pages)) | script_files(site.text) | discovery_files(site)
    return own | copies(ASSETS, "assets/") | files
