"""What MkDocs and its theme put into every site and this one does not use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.site.settings import Settings

# Copied by the theme whatever a site uses; ours are in assets/ itself.
THEME_FOLDERS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
# A second copy of the site map that holds a time stamp.
ALWAYS = ("sitemap.xml.gz",)
# Written with the site's own address, and empty without it. (404.html then takes the root for its home.)
NEEDS_ADDRESS = ("sitemap.xml",)


def leftovers(files: Mapping[str, bytes], settings: Settings) -> list[str]:
    """The paths of the files to leave out of the site."""
    return sorted(path for path in files if path in set(_unused(settings)) or path.startswith(THEME_FOLDERS))


def _unused(settings: Settings) -> Iterator[str]:
    yield from ALWAYS
    if not settings.site_url:
        yield from NEEDS_ADDRESS
