"""Where everything stands on the site: every address is made here, from identifiers alone."""

from __future__ import annotations

import posixpath

from scripts.site.settings import Settings
from scripts.site.text.texts import CHINESE, ENGLISH

HOME = "."
RECONCILIATION = "reconciliation/"
#: the package in the forms that hold all of it, and the sums of every file
WORKBOOK = "data/liaoning-13fyp.xlsx"
ARCHIVE = "data/liaoning-13fyp.zip"
DATABASE = "data/liaoning-13fyp.sqlite"
SUMS = "data/SHA256SUMS"
#: how an address of the site ends → what is served there
MEDIA_TYPES = {
    "": "text/html",
    ".csv": "text/csv",
    ".json": "application/json",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".sqlite": "application/vnd.sqlite3",
}
#: the check of a download as one file
VERIFIER = "data/verify.pyz"
#: language → the folder of its pages
FOLDERS = {CHINESE: "", ENGLISH: "en/"}
#: what a page alone needs lies in the folder of its language; every other file serves both
OF_A_PAGE = ("charts/", "search/")
#: sections with pages of their own below them
SECTIONS = frozenset({"measures/", "cities/", "indicators/", "departments/", "data/"})


def media_type(address: str) -> str:
    """What is served at a site path."""
    return MEDIA_TYPES[posixpath.splitext(address)[1]]


def measure(number: str) -> str:
    """The page of one item."""
    return f"measures/{number}/"


def target(identifier: str) -> str:
    """A target on its item's page."""
    return f"measures/{identifier.split('.')[0]}/#t{identifier}"


def target_words(identifier: str) -> str:
    """The words of a target, highlighted on its measure's page."""
    return target(identifier).replace("#t", "#q")


def sentence(measure_number: str, number: str) -> str:
    """A sentence on its item's page."""
    return f"measures/{measure_number}/#s{number}"


def chapter(number: str) -> str:
    """The page of one chapter."""
    return f"chapters/{number}/"


def city(slug: str) -> str:
    """The page of one city."""
    return f"cities/{slug}/"


def indicator(slug: str) -> str:
    """The page of one indicator."""
    return f"indicators/{slug}/"


def department(slug: str) -> str:
    """The page of one department."""
    return f"departments/{slug}/"


def term(slug: str) -> str:
    """A term in the glossary."""
    return f"glossary/#{slug}"


def source(offset: str) -> str:
    """The paragraph or cell of the source page that begins at this code point."""
    return f"source/#p{offset}"


def data_file(page: str, suffix: str) -> str:
    """The data of a page: measures/3/ → measures/3.json."""
    return f"{page.rstrip('/')}.{suffix}"


def markdown_path(page: str) -> str:
    """Where MkDocs wants the Markdown of a page: measures/3/ → measures/3.md, a section → its index.md."""
    if page == HOME:
        return "index.md"
    return f"{page}index.md" if page in SECTIONS else f"{page.rstrip('/')}.md"


def placed(language: str, address: str) -> str:
    """Where a page, or what it alone needs, stands in a language: cities/ → en/cities/; files stay where they are."""
    path, folder = address.partition("#")[0].partition("?")[0], FOLDERS[language]
    if path in ("", HOME):
        return (folder or HOME) + address[len(path) :]
    return folder + address if path.endswith("/") or path.startswith(OF_A_PAGE) else address


def relative(page: str, address: str) -> str:
    """`address` (a site path, perhaps with #fragment) as a link from `page` (a site path)."""
    path, mark, fragment = address.partition("#")
    start = page if page != HOME else ""
    if path.strip("./") == start.strip("./") and path != "":
        return mark + fragment or "./"
    link = posixpath.relpath("/" + path, "/" + start) if path not in ("", HOME) else posixpath.relpath("/", "/" + start)
    return link + ("/" if path.endswith("/") or path in ("", HOME) else "") + mark + fragment


def absolute(settings: Settings, address: str) -> str:
    """The whole address of a site path; only to be asked for where the site's own address is known."""
    return f"{settings.site_url}/{'' if address == HOME else address}"


def reference(settings: Settings, page: str, address: str) -> str:
    """How the page (or the folder of a file) refers to `address`: absolute where the site's own is known."""
    return absolute(settings, address) if settings.site_url else relative(page, address)
