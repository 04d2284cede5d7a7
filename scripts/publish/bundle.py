"""The files of a release, all taken from the built and tested site, and its notes out of the changelog."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from scripts.package import read_files
from scripts.postbuild.offline import offline_form

NAME = "liaoning-13fyp"
DATA_FILES = (*(f"{NAME}.{suffix}" for suffix in ("zip", "xlsx", "sqlite")), "verify.pyz")
UNRELEASED = "[未发布]"


class BundleError(Exception):
    """What keeps a tag from becoming a release, in words for the maintainer."""


def bundle(site: Path, changelog: str, tag: str, epoch: int) -> dict[str, bytes]:
    """Path → bytes: `assets/` (data, site.zip for a disk, SHA256SUMS) and `notes.md`.

    `epoch` (seconds since 1970, UTC) dates the members of site.zip. Raises BundleError where the tag is
    not the data's version, the changelog has no section for it, or the site lacks a file.
    """
    descriptor = site / "datapackage.json"
    if not descriptor.is_file():
        raise BundleError(f"{descriptor} 不存在：先运行 make site")
    version = json.loads(descriptor.read_bytes())["version"]
    if tag != f"v{version}":
        raise BundleError(f"标签 {tag} 与数据版本 {version} 不一致：标签应为 v{version}，或先改 etc/package.yml")
    missing = [name for name in DATA_FILES if not (site / "data" / name).is_file()]
    if missing:
        raise BundleError(f"站点的 data/ 里缺少：{'、'.join(missing)}")
    assets = {name: (site / "data" / name).read_bytes() for name in DATA_FILES}
    assets["site.zip"] = site_zip(site, epoch)
    assets["SHA256SUMS"] = sums(assets)
    files = {f"assets/{name}": data for name, data in assets.items()}
    return files | {"notes.md": release_notes(changelog, version).encode()}


def release_notes(changelog: str, version: str) -> str:
    """The section of one version in a Keep a Changelog file, without its heading.

    Raises BundleError where there is none, or where changes are listed that belong to no version yet.
    """
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]
    for section in sections:
        heading, _, body = section.partition("\n")
        if heading.strip() == UNRELEASED and body.strip():
            raise BundleError(f"CHANGELOG.md 的“{UNRELEASED}”一节还有内容：先升版本，把它改作新版本的一节")
        if re.match(rf"\[?{re.escape(version)}\]?(\s|$)", heading):
            return re.sub(r"^\[[^\]]+\]: .*\n?", "", body, flags=re.MULTILINE).strip() + "\n"
    raise BundleError(f"CHANGELOG.md 没有“## [{version}]”一节：写明这一版的变化")


def site_zip(site: Path, epoch: int) -> bytes:
    """The built site to open from a disk."""
    return zip_files(offline_form(read_files(site)), epoch)


def zip_files(files: Mapping[str, bytes], epoch: int) -> bytes:
    """A zip whose bytes depend on nothing but the files and the date."""
    date = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(files.items()):
            member = zipfile.ZipInfo(path, date)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o100644 << 16
            archive.writestr(member, data)
    return buffer.getvalue()


def sums(files: Mapping[str, bytes]) -> bytes:
    """Lines as `sha256sum --check` reads them."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()
