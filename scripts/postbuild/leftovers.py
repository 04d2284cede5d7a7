"""What MkDocs and its theme put into every site and no page of this one uses."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.site.settings import Settings

# Copied by the theme whatever a site uses; ours are in assets/ itself.
THEME_FOLDERS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
# A second copy of the site map; nothing names it, and its bytes are those of one version of zlib.
PACKED_MAP = "sitemap.xml.gz"
# Holds full addresses only, so it is empty on a site that doesn't know its own.
MAP = "sitemap.xml"


def leftovers(paths: Iterable[str], settings: Settings) -> list[str]:
    """Which of the site's files to leave out of it."""
    unused = {PACKED_MAP} if settings.site_url else {PACKED_MAP, MAP}
    return sorted(path for path in paths if path in unused or path.startswith(THEME_FOLDERS))
