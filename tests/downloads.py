"""Downloads as someone who means harm, or a bad line, would make them; each maker gives the path to verify."""

import hashlib
import json
import os
import socket
import stat
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from scripts.download.layout import is_read
from tests.checks.packages import real_files

DESCRIPTOR, TABLE = "datapackage.json", "data/cities.csv"
Maker = Callable[[Path], Path]
Files = dict[str, bytes]


@cache
def good() -> Files:
    """The files of an honest download."""
    return {name: data for name, data in real_files().items() if is_read(name)}


def zipped(path: Path, files: Files, *odd: tuple[zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip of these files, and of entries made by hand."""
    with zipfile.ZipFile(path / "x.zip", "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for info, data in odd:
            archive.writestr(info, data)
    return path / "x.zip"


def unpacked(path: Path, files: Files | None = None) -> Path:
    """A folder of these files."""
    for name, data in (files or good()).items():
        (path / "x" / name).parent.mkdir(parents=True, exist_ok=True)
        (path / "x" / name).write_bytes(data)
    return path / "x"


def with_entry(name: str, mode: int = stat.S_IFREG, data: bytes = b"x") -> Maker:
    """An honest zip with one more entry."""

    def make(path: Path) -> Path:
        info = zipfile.ZipInfo("placeholder" if "\0" in name else name)
        info.filename = name
        info.external_attr = (mode | 0o644) << 16
        return zipped(path, good(), (info, data))

    return make


def with_files(change: Files, without: tuple[str, ...] = ()) -> Maker:
    """An honest zip with files added, changed or left out."""
    return lambda path: zipped(path, {name: data for name, data in (good() | change).items() if name not in without})


def sealed(files: Files) -> Files:
    """The files with size and hash of each written into the descriptor."""
    descriptor = json.loads(files[DESCRIPTOR])
    for resource in descriptor["resources"]:
        data = files[resource["path"]]
        resource["bytes"], resource["hash"] = len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
    return files | {DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False).encode()}


def with_table(name: str, old: bytes, new: bytes) -> Maker:
    """An honest zip with the first `old` of one file replaced, and the hashes made to fit."""
    assert old in good()[name], f"{name} holds no {old!r}: the change would change nothing"
    return lambda path: zipped(path, sealed(good() | {name: good()[name].replace(old, new, 1)}))


def with_descriptor(change: Callable[[dict], object]) -> Maker:
    """An honest zip whose descriptor was changed by a function."""

    def make(path: Path) -> Path:
        descriptor = json.loads(good()[DESCRIPTOR])
        change(descriptor)
        return zipped(path, good() | {DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False).encode()})

    return make


def with_resource(number: int, **keys: object) -> Maker:
    """An honest zip in which a resource has other values for some keys; None takes a key away."""

    def change(descriptor: dict) -> None:
        resource = descriptor["resources"][number] | keys
        descriptor["resources"][number] = {key: value for key, value in resource.items() if value is not None}

    return with_descriptor(change)


def with_top(**keys: object) -> Maker:
    """The same for the descriptor itself."""

    def change(descriptor: dict) -> None:
        descriptor.update(keys)
        for key in [key for key, value in keys.items() if value is None]:
            del descriptor[key]

    return with_descriptor(change)


def place_of(data: bytes, name: str) -> int:
    """Where the record of an entry in the list at the end of a zip begins."""
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    assert data[place + 46 :].startswith(name.encode())
    return place


def patched(name: str, offset: int, form: str, value: int, local: int | None = None) -> Maker:
    """An honest zip with a number changed in the record of an entry, and at `local` in the entry's own header."""

    def make(path: Path) -> Path:
        file = zipped(path, good())
        data = bytearray(file.read_bytes())
        place = place_of(bytes(data), name)
        struct.pack_into(form, data, place + offset, value)
        if local is not None:
            (start,) = struct.unpack_from("<I", data, place + 42)
            struct.pack_into(form, data, start + local, value)
        file.write_bytes(data)
        return file

    return make


def renamed_inside(path: Path) -> Path:
    """A zip with an entry whose own header has another name than the list at the end."""
    file = zipped(path, good())
    data = file.read_bytes()
    file.write_bytes(data.replace(TABLE.encode(), b"data/Cities.csv", 1))
    return file


def flipped(path: Path) -> Path:
    """An honest zip with one bit wrong in the middle of a packed table."""
    file = zipped(path, good())
    with zipfile.ZipFile(file) as archive:
        info = archive.getinfo(TABLE)
    data = bytearray(file.read_bytes())
    data[info.header_offset + 30 + len(TABLE) + info.compress_size // 2] ^= 1
    file.write_bytes(data)
    return file


def cut_short(path: Path) -> Path:
    """A zip of which a part is missing."""
    file = zipped(path, good())
    file.write_bytes(file.read_bytes()[:50_000])
    return file


def behind_a_program(path: Path) -> Path:
    """A program with a zip at its end, which both a system and a zip reader would open."""
    file = zipped(path, good())
    file.write_bytes(b"MZ a program" + file.read_bytes())
    return file


def two_entries(path: Path) -> Path:
    """A zip with one name twice: readers differ in which they take."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zipped(path, good(), (zipfile.ZipInfo(TABLE), b"another"))


def repacked(method: int) -> Maker:
    """An honest zip packed in another way."""
    return lambda path: zipped(path, good(), method=method)


def bomb(path: Path) -> Path:
    """A zip of a few kilobytes that unpacks to more than any package has, in files that are each small enough."""
    zeros = bytes(16 * 1024 * 1024)
    return zipped(path, good() | {f"data/t{number}.csv": zeros for number in range(17)})


def many(path: Path) -> Path:
    """A zip with more entries than any package has."""
    return zipped(path, good() | {f"data/t{number}.csv": b"" for number in range(20_000)}, method=zipfile.ZIP_STORED)


def with_link(name: str, target: str) -> Maker:
    """A folder in which a name, a file's own or a new one, is a link."""

    def make(path: Path) -> Path:
        folder = unpacked(path)
        (path / "elsewhere.csv").write_bytes(good()[TABLE])
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)
        return folder

    return make


def with_pipe(name: str) -> Maker:
    """A folder with a pipe, which would be waited for without end."""

    def make(path: Path) -> Path:
        folder = unpacked(path)
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)
        return folder

    return make


def with_socket(path: Path) -> Path:
    """A folder with a socket."""
    folder = unpacked(path)
    here = Path.cwd()
    os.chdir(folder)  # the address of a socket must be short
    try:
        socket.socket(socket.AF_UNIX).bind("data/s.csv")
    finally:
        os.chdir(here)
    return folder


def pipe(path: Path) -> Path:
    """Neither a folder nor a file."""
    os.mkfifo(path / "x")
    return path / "x"


def sparse(path: Path) -> Path:
    """A folder with a file that says it is huge, and takes no room."""
    folder = unpacked(path)
    with (folder / TABLE).open("wb") as file:
        file.truncate(1 << 40)
    return folder


def sparse_zip(path: Path) -> Path:
    """A file far larger than the zip can be."""
    with (path / "x.zip").open("wb") as file:
        file.truncate(1 << 40)
    return path / "x.zip"


def deep(path: Path) -> Path:
    """A folder in which folders lie in folders without end."""
    folder = unpacked(path)
    (folder / ("d/" * 200)).mkdir(parents=True)
    return folder


def crowded(path: Path) -> Path:
    """A folder with more files than any package has."""
    folder = unpacked(path)
    for number in range(20_000):
        (folder / f"data/t{number}.csv").touch()
    return folder


def in_folder(change: Files) -> Maker:
    """A folder with files added or changed."""
    return lambda path: unpacked(path, good() | change)


def as_site(change: Files) -> Maker:
    """A whole site with files added or changed."""
    return with_files({"index.html": b"<html></html>", **change})


def without_table(path: Path) -> Path:
    """An honest zip from which a table of the contract is gone, file and description."""
    descriptor = json.loads(good()[DESCRIPTOR])
    gone = descriptor["resources"].pop()["path"]
    files = {name: data for name, data in good().items() if name != gone}
    return zipped(path, files | {DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False).encode()})


def with_words_for_numbers(path: Path) -> Path:
    """A zip whose schema lets a column of numbers hold words, which the rule of the derived limits can't reckon with."""
    descriptor = json.loads(good()[DESCRIPTOR])
    resource = next(each for each in descriptor["resources"] if each["name"] == "cities")
    field = next(each for each in resource["schema"]["fields"] if each["name"] == "position")
    field["type"] = "string"
    field["constraints"] = {"required": True}
    files = good() | {
        DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False).encode(),
        TABLE: good()[TABLE].replace(b",1\n", b",first\n", 1),
    }
    return zipped(path, sealed(files))
