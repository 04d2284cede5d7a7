"""What the data page offers: every file with its size, out of the files themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.package import DESCRIPTOR, SOURCE, Package
from scripts.site import addresses
from scripts.site.downloads.files import STEM
from scripts.site.downloads.sums import SUMS
from scripts.site.fields import tables

KIB = 1024


@dataclass(frozen=True)
class Download:
    """A file: its site path, what it is called, how large it is."""

    address: str
    name: str
    size: str


@dataclass(frozen=True)
class Offer:
    """A file with everything in it, and whom it is for."""

    file: Download
    use: str


@dataclass(frozen=True)
class TableOffer:
    """A table in its two forms."""

    name: str
    title: str
    description: str
    rows: int
    csv: Download
    json: Download


@dataclass(frozen=True)
class PageExample:
    """A page and the files that hold its data."""

    address: str
    files: tuple[Download, ...]


@dataclass(frozen=True)
class Downloads:
    """Everything that the data page lists."""

    whole: tuple[Offer, ...]
    parts: tuple[Offer, ...]
    tables: tuple[TableOffer, ...]
    examples: tuple[PageExample, ...]


def size_of(length: int) -> str:
    """A size in words: 480 字节, 99 KB."""
    return f"{length} 字节" if length < KIB else f"{round(length / KIB)} KB"


def download(files: Mapping[str, bytes], address: str, name: str = "") -> Download:
    """A file by its site path; raises KeyError where it is not made."""
    return Download(address, name or address.rpartition("/")[2], size_of(len(files[address])))


def offers(files: Mapping[str, bytes], listed: Mapping[str, str]) -> tuple[Offer, ...]:
    """Files with what they are for."""
    return tuple(Offer(download(files, address), use) for address, use in listed.items())


def example(files: Mapping[str, bytes], address: str, *suffixes: str) -> PageExample:
    """A page with its data files, each named by its site path."""
    listed = (addresses.data_file(address, suffix) for suffix in suffixes)
    return PageExample(address, tuple(download(files, file, file) for file in listed))


def examples(package: Package, files: Mapping[str, bytes]) -> tuple[PageExample, ...]:
    """One page of each kind."""
    first = {name: rows[0] for name, rows in package.tables.items() if rows}
    return (
        example(files, addresses.measure(first["measures"]["measure"]), "json"),
        example(files, addresses.city(first["cities"]["city"]), "json", "csv"),
        example(files, addresses.indicator(first["indicators"]["indicator"]), "json", "csv"),
        example(files, addresses.department(first["departments"]["department"]), "json"),
    )


def downloads(package: Package, files: Mapping[str, bytes]) -> Downloads:
    """The data page's lists; `files` are all files for download, by their site paths."""
    return Downloads(
        whole=offers(
            files,
            {
                f"{STEM}.xlsx": "用 Excel 或 WPS 看。每张表一个工作表，第一个工作表是说明。",
                f"{STEM}.zip": "全部 CSV、说明和原文，与本站和代码库里的文件逐字节相同。",
                f"{STEM}.sqlite": "全部表，带主键、外键、现成的视图和原文。",
            },
        ),
        parts=offers(
            files,
            {
                DESCRIPTOR: "数据包的说明（Data Package 2.0）。程序从这里读起。",
                SOURCE: "方案原文，一字未动。",
                SUMS: "以上文件和各表的 SHA-256。",
            },
        ),
        tables=tuple(
            TableOffer(
                name=resource["name"],
                title=resource["title"],
                description=resource["description"],
                rows=len(package.tables[resource["name"]]),
                csv=download(files, resource["path"], "CSV"),
                json=download(files, f"data/{resource['name']}.json", "JSON"),
            )
            for resource in tables(package.descriptor)
        ),
        examples=examples(package, files),
    )
