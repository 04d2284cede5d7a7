"""The package as one zip: the public layout with a readme, the same bytes from every build."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from scripts.package import Package
from scripts.site import addresses
from scripts.site.downloads.served import layout_files
from scripts.site.plain import render_text
from scripts.site.settings import Settings
from scripts.site.views.citation import citation, data_date, document_of

README = "README.md"


def readme(package: Package, settings: Settings) -> bytes:
    """What stands in the zip and how to use it, in Chinese and English."""
    return render_text(
        "downloads/readme.md.j2",
        package=package.descriptor,
        document=document_of(package),
        date=data_date(package),
        cite=citation(package, settings, "", addresses.HOME),
        site=settings.site_url,
    )


def zip_file(package: Package, settings: Settings) -> bytes:
    """The zip; every entry carries the date of the data's version."""
    created = datetime.fromisoformat(package.descriptor["created"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in ({README: readme(package, settings)} | layout_files(package)).items():
            entry = zipfile.ZipInfo(name, created.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system that builds it
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
