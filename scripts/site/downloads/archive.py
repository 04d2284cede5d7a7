"""The package as one zip: the public layout with a readme, the same bytes from every build."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from scripts.site import addresses
from scripts.site.citation import citation
from scripts.site.downloads.served import layout_files
from scripts.site.model.merged_keys import merged_keys
from scripts.site.site import Site
from scripts.site.templating import render_text

README = "README.md"


def readme(site: Site) -> bytes:
    """What stands in the zip and how to use it, in Chinese and English, whatever the language of the site."""
    cite = citation(site, "", addresses.HOME)
    told = {"package": site.package.descriptor, "cite": cite, "merged": list(merged_keys(site.package))}
    return render_text(site.text, "downloads/readme.md.j2", site=site, **told)


def zip_file(site: Site) -> bytes:
    """The zip; every entry carries the date of the data's version."""
    created = datetime.fromisoformat(site.package.descriptor["created"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in ({README: readme(site)} | layout_files(site.package)).items():
            entry = zipfile.ZipInfo(name, created.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system that builds it
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
