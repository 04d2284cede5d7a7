"""The real package as a site, and sites of packages that a test has changed; drawings are shared with the build."""

from collections.abc import Mapping
from functools import cache

from scripts.package import Package, read_package
from scripts.site.build import copies, written
from scripts.site.downloads.files import downloads_files
from scripts.site.pages import use
from scripts.site.settings import Settings
from scripts.site.site import Site, site_of
from scripts.site.text.texts import CHINESE, Texts, english
from tests.support import REAL, ROOT

CACHE = ROOT / "build" / ".docs.charts"
PACKAGE = read_package(REAL)


def site(package: Package = PACKAGE, settings: Settings = Settings(), text: Texts = Texts()) -> Site:  # noqa: B008
    """A package joined, in Chinese and without an address of its own unless told."""
    return site_of(package, settings, text, CACHE)


def sites(package: Package = PACKAGE, settings: Settings = Settings()) -> list[Site]:  # noqa: B008
    """A package joined in every language of the site, as its downloads need it."""
    return [site(package, settings, text) for text in (Texts(), english())]


SITES = sites()
SITE, ENGLISH_SITE = SITES
#: site path → Markdown of the pages that a person wrote
WRITTEN = written(copies(ROOT / "docs"), CHINESE, use.pages(SITE))


@cache
def downloads() -> Mapping[str, bytes]:
    """Every file for download made from the real package, once: path on the site → bytes."""
    return downloads_files(SITES)
