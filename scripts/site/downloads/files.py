"""Every file for download, by its path on the site."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from scripts.site import addresses
from scripts.site.downloads.archive import zip_file
from scripts.site.downloads.database import sqlite_file
from scripts.site.downloads.parquet import parquet_files
from scripts.site.downloads.records import record_files
from scripts.site.downloads.schemas import schema_files
from scripts.site.downloads.served import json_files, layout_files
from scripts.site.downloads.sheets import sheet_files
from scripts.site.downloads.sums import sums_file
from scripts.site.downloads.verifier import verify_file
from scripts.site.downloads.workbook import xlsx_file
from scripts.site.site import Site


def package_files(sites: Sequence[Site]) -> dict[str, bytes]:
    """The package as served, in the forms that hold everything in one file, and the sums.

    `sites`: the one package in each language, the main one first; so everywhere among the downloads.
    """
    package = sites[0].package
    files = layout_files(package) | json_files(package) | parquet_files(package)
    files[addresses.ARCHIVE] = zip_file(sites)
    files[addresses.WORKBOOK] = xlsx_file(sites)
    files[addresses.DATABASE] = sqlite_file(sites)
    files[addresses.VERIFIER] = verify_file(package)
    return files | {addresses.SUMS: sums_file(files, posixpath.dirname(addresses.SUMS))}


def downloads_files(sites: Sequence[Site]) -> dict[str, bytes]:
    """All of it: the package, the data and tables of single pages, and the schemas of every JSON file."""
    return package_files(sites) | record_files(sites) | sheet_files(sites) | schema_files(sites[0])
