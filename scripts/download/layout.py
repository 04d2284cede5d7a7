"""The package's own list: what a download may hold, and what of it is read."""

from __future__ import annotations

import re

from scripts.download.listing import is_hidden
from scripts.package_error import DESCRIPTOR, SOURCE

#: beside the data in the zip and in the repository
BESIDE = frozenset(
    {"README.md", "LICENSE", "LICENSE-data.md", "CITATION.cff", "CHANGELOG.md", "SHA256SUMS", "raw/source.yml"}
)
TABLE = re.compile(r"data/[a-z0-9_]+\.csv")
#: what people keep by hand, in the repository alone
KEPT = re.compile(r"etc/([a-z0-9_-]+/)?[a-z0-9_-]+\.(yml|po)")
#: the home page, by which a whole site is known, and the kinds of files that a site is made of
HOME = "index.html"
SERVED = re.compile(
    r".*\.(html|json|csv|xlsx|sqlite|parquet|zip|pyz|txt|xml|css|js|map|svg|png|ico|woff2|webmanifest|cff|md|yml)"
    r"|data/SHA256SUMS|LICENSE|CNAME|_headers"
)


def is_read(name: str) -> bool:
    """Whether a path below datapackage.json is the descriptor, the source or a table."""
    return name in (DESCRIPTOR, SOURCE) or TABLE.fullmatch(name) is not None


def is_listed(name: str, in_site: bool) -> bool:
    """Whether a path may stand in a package, or in a site, where more is served; zips hold nothing hidden."""
    if is_read(name) or name in BESIDE or KEPT.fullmatch(name) or is_hidden(name):
        return True
    return in_site and SERVED.fullmatch(name) is not None and not name.startswith("raw/")
