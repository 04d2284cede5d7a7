"""A zip as a listing: nothing is unpacked to disk, and no more is unpacked at all than it declares."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from scripts.download.listing import COUNT, MB, NO_FILE, Entry, Listing, is_hidden, sizes_of, too_much
from scripts.findings import Finding
from scripts.package_error import AGAIN, PackageError

#: bytes of the zip itself
LARGEST = 64 * MB
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1 | 0x40 | 0x2000
#: what zipfile raises for damage, depending on the byte that is wrong
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def damaged(path: str, problem: str) -> PackageError:
    """The refusal of a zip, or of one file in it, that can't be unpacked."""
    return PackageError.of([Finding(path, 1, "archive-damaged", problem, AGAIN)])


def kind_of(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    """(rule, why) of an entry that is not to be unpacked."""
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return NO_FILE
    if info.flag_bits & ENCRYPTED:
        return "archive-damaged", "加了密"
    if info.compress_type not in METHODS:
        return "archive-damaged", f"用了第 {info.compress_type} 种压缩方法；本数据包只用“存储”和 deflate"
    if is_hidden(info.orig_filename):
        return "unlisted-file", "是隐藏的条目，不在数据包自己的名单上"
    return None


def entries_of(archive: zipfile.ZipFile) -> Iterator[Entry]:
    """Every entry by its name as written, a folder without its last slash."""
    for info in archive.infolist():
        name = info.orig_filename
        yield Entry(name.removesuffix("/"), info.file_size, name.endswith("/"), kind_of(info))


def list_zip(path: Path) -> Listing:
    """The files of a zip; raises PackageError for a zip that is damaged or holds what may not be read."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_much(f"zip 超过 {LARGEST // MB} MB")
    if data.count(b"PK\x01\x02") > COUNT:  # before they are all read into memory
        raise too_much(f"有 {COUNT} 个以上的条目")
    if not data.startswith(b"PK\x03\x04"):  # also a program with a zip at its end
        raise damaged("", "既不是文件夹，也不是完好的 zip")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGE:
        raise damaged("", "zip 残缺，读不出它的目录") from None
    infos = {info.orig_filename: info for info in archive.infolist()}

    def read(name: str) -> bytes:
        try:
            with archive.open(infos[name]) as member:
                content = member.read()  # never more than declared
        except DAMAGE:
            raise damaged(name, "解压出错，内容已损坏") from None
        if len(content) != infos[name].file_size:
            raise damaged(name, f"解压出 {len(content)} 字节，而所记的是 {infos[name].file_size}")
        return content

    return Listing(sizes_of(entries_of(archive)), read)
