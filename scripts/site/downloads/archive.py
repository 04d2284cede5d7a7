"""The package as one zip: the public layout with what is told of it and its sums, the same bytes from every build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

from scripts.package import Package
from scripts.site import addresses
from scripts.site.citation import citation
from scripts.site.downloads.served import layout_files
from scripts.site.downloads.sums import sums_file
from scripts.site.model.merged_keys import merged_keys
from scripts.site.repository import BESIDE, kept
from scripts.site.site import Site
from scripts.site.templating import render_text

README, SUMS = "README.md", "SHA256SUMS"


def readme(sites: Sequence[Site]) -> bytes:
    """What stands in the zip and how to use it, in Chinese and then in English."""
    site, package = sites[0], sites[0].package
    cites = [citation(each, "", addresses.HOME) for each in sites]
    told = {"package": package.descriptor, "cites": cites, "merged": list(merged_keys(package))}
    return render_text(site.text, "downloads/readme.md.j2", site=site, **told)


def packed(package: Package, files: Mapping[str, bytes]) -> bytes:
    """A zip of these files; every entry carries the date of the data's version."""
    created = datetime.fromisoformat(package.descriptor["created"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, created.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system that builds it
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def zip_file(sites: Sequence[Site]) -> bytes:
    """The zip; its sums are those of all other files in it."""
    package = sites[0].package
    files = {README: readme(sites)} | {name: kept(name) for name in BESIDE} | layout_files(package)
    return packed(package, files | {SUMS: sums_file(files, ".")})
