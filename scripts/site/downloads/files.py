"""Every file for download, by its path on the site."""

from __future__ import annotations

from scripts.package import Package
from scripts.site.downloads.archive import zip_file
from scripts.site.downloads.database import sqlite_file
from scripts.site.downloads.records import record_files
from scripts.site.downloads.schemas import schema_files
from scripts.site.downloads.served import json_files, layout_files
from scripts.site.downloads.sums import SUMS, sums_file
from scripts.site.settings import Settings

STEM = "data/liaoning-13fyp"


def package_files(package: Package, settings: Settings, workbook: bytes) -> dict[str, bytes]:
    """The package as served, in the forms that hold everything in one file (`workbook`: the XLSX), and the sums."""
    files = layout_files(package) | json_files(package)
    files[f"{STEM}.zip"] = zip_file(package, settings)
    files[f"{STEM}.xlsx"] = workbook
    files[f"{STEM}.sqlite"] = sqlite_file(package)
    return files | {SUMS: sums_file(files)}


def downloads_files(package: Package, settings: Settings, workbook: bytes) -> dict[str, bytes]:
    """All of it: the package, the data of single pages, and the schemas of every JSON file."""
    files = package_files(package, settings, workbook)
    return files | record_files(package, settings) | schema_files(package, settings)
