"""A downloaded package or site, folder or zip, read without trusting a word of it.

Nothing is written anywhere. Only descriptor, source and tables are kept; of the other files on the package's
own list a zip's are unpacked once, to see that they are whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.download.folders import list_folder
from scripts.download.layout import BESIDE, HOME, is_listed, is_read
from scripts.download.listing import Listing
from scripts.download.zips import list_zip
from scripts.findings import Finding
from scripts.package_error import DESCRIPTOR, PackageError


@dataclass(frozen=True)
class Download:
    """`files`: path below datapackage.json → bytes; `others`: paths not judged; `findings`: what doesn't belong."""

    files: Mapping[str, bytes]
    others: tuple[str, ...]
    is_site: bool
    findings: tuple[Finding, ...]


def listing_of(path: Path) -> Listing:
    """What a folder or zip holds; raises PackageError, or FileNotFoundError where there is neither."""
    if path.is_dir():
        return list_folder(path)
    if path.is_file():
        return list_zip(path)
    if path.exists():
        raise PackageError.of([Finding("", 1, "not-a-file", "不是文件夹也不是文件", "请给出下载的文件夹或 zip")])
    raise FileNotFoundError(2, "没有这个文件或文件夹", str(path))


def root_of(listing: Listing) -> str:
    """The folder, with its slash, in which datapackage.json lies highest; raises PackageError."""
    found = [name for name in listing.sizes if name == DESCRIPTOR or name.endswith(f"/{DESCRIPTOR}")]
    if not found:
        raise PackageError(f"里面没有 {DESCRIPTOR}；请给出装着它的文件夹或 zip")
    highest = min(name.count("/") for name in found)
    roots = [name.removesuffix(DESCRIPTOR) for name in found if name.count("/") == highest]
    if len(roots) > 1:
        raise PackageError(f"里面有 {len(roots)} 个并列的 {DESCRIPTOR}，不知道该看哪一个")
    return roots[0]


def read_all(listing: Listing, root: str, names: list[str]) -> dict[str, bytes]:
    """Path below the root → bytes; raises PackageError with every file that can't be unpacked."""
    files: dict[str, bytes] = {}
    wrong: list[Finding] = []
    for name in names:
        try:
            files[name] = listing.read(root + name)
        except PackageError as error:
            wrong += error.findings
    if wrong:
        raise PackageError.of(wrong)
    return files


def read_download(path: Path) -> Download:
    """The package in a folder or zip, from where its datapackage.json stands; raises PackageError, OSError."""
    listing = listing_of(path)
    root = root_of(listing)
    is_site = root + HOME in listing.sizes
    names = sorted(name.removeprefix(root) for name in listing.sizes if name.startswith(root))
    outside = sorted(name for name in listing.sizes if not name.startswith(root))
    strange = [*outside, *(root + name for name in names if not is_listed(name, is_site))]
    fix = "请删去；本数据包不含它"
    findings = [Finding(name, 1, "unlisted-file", "不在数据包自己的名单上", fix) for name in strange]
    files = read_all(listing, root, [name for name in names if is_read(name) or name in BESIDE])
    others = tuple(name for name in names if not is_read(name))
    kept = {name: data for name, data in files.items() if is_read(name)}
    return Download(kept, others, is_site, tuple(findings))
