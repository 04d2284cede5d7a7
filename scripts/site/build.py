"""The package and the hand-written pages → every file that MkDocs reads, in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts.package import Package
from scripts.site.charts.every import Charts, figures
from scripts.site.charts.figure import drawn, figure_files
from scripts.site.charts.request import EXPLORE, VEGA
from scripts.site.discovery import discovery_files
from scripts.site.downloads.files import downloads_files
from scripts.site.downloads.workbook import workbook_request
from scripts.site.kept import Kept, make_all
from scripts.site.page import Page, page_file
from scripts.site.pages.chapters import chapters_pages
from scripts.site.pages.cities import cities_pages
from scripts.site.pages.data import data_pages
from scripts.site.pages.departments import departments_pages
from scripts.site.pages.dictionary import dictionary_pages
from scripts.site.pages.explore import explore_files, explore_pages
from scripts.site.pages.glossary import glossary_pages
from scripts.site.pages.home import home_pages
from scripts.site.pages.indicators import indicators_pages
from scripts.site.pages.measures import measures_pages
from scripts.site.pages.reconciliation import reconciliation_pages
from scripts.site.pages.search import search_pages
from scripts.site.pages.source import source_pages
from scripts.site.pages.targets import targets_pages
from scripts.site.pages.use import use_pages
from scripts.site.search.index import search_files
from scripts.site.settings import Settings

Files = dict[str, bytes]
ASSETS = Path(__file__).parent / "assets"

#: what is served beside the pages, and what the data page lists with its size
FILES: tuple[Callable[[Package, Settings], Files], ...] = (
    search_files,
    discovery_files,
)
PAGES: tuple[Callable[[Package, Settings], list[Page]], ...] = (
    home_pages,
    measures_pages,
    chapters_pages,
    departments_pages,
    targets_pages,
    explore_pages,
    glossary_pages,
    source_pages,
    dictionary_pages,
    use_pages,
    search_pages,
)
WITH_CHARTS: tuple[Callable[[Package, Settings, Charts], list[Page]], ...] = (
    cities_pages,
    indicators_pages,
    reconciliation_pages,
)


def copies(folder: Path, below: str = "") -> Files:
    """Every file of `folder`, its path below `folder` put below `below`."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {below + path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def listed(package: Package, settings: Settings, charts: Charts, files: Files) -> list[Page]:
    """Every generated page; `files`: all that the data page offers, for their sizes."""
    made = [page for make_pages in PAGES for page in make_pages(package, settings)]
    made += [page for make_pages in WITH_CHARTS for page in make_pages(package, settings, charts)]
    return made + data_pages(package, settings, files)


def pages(package: Package, docs: Path, settings: Settings, kept: Kept) -> tuple[Files, Files]:
    """(path below docs_dir → bytes, what to keep): copies of `docs` and of the assets, and all that is generated.

    The pages are the same whatever `kept` has.
    """
    to_draw, workbook = figures(package), workbook_request(package)
    requests = [figure.request for group in to_draw.values() for figure in group]
    made, keep = make_all([*requests, EXPLORE, VEGA, workbook], kept)
    charts = {address: drawn(group, made) for address, group in to_draw.items()}
    files: Files = figure_files(chart for group in charts.values() for chart in group)
    files |= explore_files(made) | downloads_files(package, settings, made[workbook])
    for make_files in FILES:
        files |= make_files(package, settings)
    written = listed(package, settings, charts, files)
    bodies, keep_bodies = make_all((page.body for page in written), kept)
    files |= dict(page_file(page, bodies) for page in written)
    return copies(docs) | copies(ASSETS, "assets/") | files, keep | keep_bodies
