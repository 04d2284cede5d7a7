"""The data package as it lies on disk: the only bridge between reading the plan and everything after it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.descriptor import parse_descriptor
from scripts.download.folders import list_folder
from scripts.download.listing import is_hidden
from scripts.findings import Finding
from scripts.package_error import AGAIN, DESCRIPTOR, SOURCE, PackageError

__all__ = [
    "DESCRIPTOR", "SOURCE", "Package", "PackageError", "Row", "csv_to_rows", "encoding_findings", "package_files",
    "package_of",
    "read_files", "read_package", "rows_to_csv",
]  # fmt: skip

Row = Mapping[str, str]


@dataclass(frozen=True)
class Package:
    """`files`: path → bytes; `tables`: resource → rows in file order, every cell as its text in the CSV."""

    files: Mapping[str, bytes]
    descriptor: Mapping[str, Any]
    text: str
    tables: Mapping[str, tuple[Row, ...]]

    @property
    def version(self) -> str:
        """The version of the data."""
        return str(self.descriptor["version"])


def rows_to_csv(columns: list[str], rows: list[dict[str, str]]) -> bytes:
    """UTF-8 without BOM, LF, header row, RFC 4180 quoting; raises KeyError where a row lacks a column."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return buffer.getvalue().encode("utf-8")


#: characters of a cell, as many as Python's own reader takes
LONGEST = 131_072


class RowError(ValueError):
    """A line of a CSV that makes no row: (line, what is wrong with it)."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"第 {line} 行{problem}")
        self.line, self.problem = line, problem


def text_of(data: bytes) -> str:
    """The bytes as text; what is no UTF-8 becomes U+FFFD, and `encoding_findings` says where it stands."""
    return data.decode("utf-8", "replace")


def csv_to_rows(data: bytes) -> tuple[Row, ...]:
    """The rows of a CSV; raises RowError for a row shorter or longer than the header and for stray quotes."""
    reader = csv.reader(io.StringIO(text_of(data), newline=""), strict=True)
    rows = []
    try:
        header = next(reader, [])
        for cells in reader:
            if len(cells) != len(header):
                raise RowError(reader.line_num, f"有 {len(cells)} 格，表头有 {len(header)} 格")
            if any(len(cell) > LONGEST for cell in cells):
                raise RowError(reader.line_num, f"有一格超过 {LONGEST} 个字")
            rows.append(dict(zip(header, cells, strict=True)))
    except csv.Error:
        raise RowError(reader.line_num, "的引号没有配好，或一格长得不像数据") from None
    return tuple(rows)


def tables_of(descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, tuple[Row, ...]]:
    """Resource → rows for every tabular resource; raises PackageError with each file that is none or no table."""
    tables: dict[str, tuple[Row, ...]] = {}
    wrong = []
    for resource in descriptor["resources"]:
        path = resource["path"]
        if "schema" not in resource:
            continue
        try:
            tables[resource["name"]] = csv_to_rows(files[path])
        except KeyError:
            wrong.append(Finding(DESCRIPTOR, 1, "package-unreadable", f"缺少 {path}", AGAIN))
        except RowError as error:
            problem = f"读不成表：这一行{error.problem}"
            wrong.append(Finding(path, error.line, "package-unreadable", problem, AGAIN))
    if wrong:
        raise PackageError.of(wrong)
    return tables


def encoding_findings(package: Package) -> Iterator[Finding]:
    """The first place of each resource that is no UTF-8."""
    for path in sorted({str(resource["path"]) for resource in package.descriptor["resources"]} & package.files.keys()):
        try:
            package.files[path].decode("utf-8")
        except UnicodeDecodeError as error:
            line = package.files[path].count(b"\n", 0, error.start) + 1
            problem = f"从第 {error.start} 个字节起不是 UTF-8"
            yield Finding(path, line, "file-encoding", problem, AGAIN)


def package_of(files: Mapping[str, bytes]) -> Package:
    """The package made of `files`; raises PackageError where descriptor, source or a table is unreadable."""
    if missing := [path for path in (DESCRIPTOR, SOURCE) if path not in files]:
        raise PackageError(f"缺少 {'、'.join(missing)}")
    descriptor = parse_descriptor(files[DESCRIPTOR])
    return Package(files, descriptor, text_of(files[SOURCE]), tables_of(descriptor, files))


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder of our own making by its path with forward slashes; what is hidden is left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    relative = {path.relative_to(folder): path for path in paths}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in relative.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def package_files(folder: Path) -> dict[str, bytes]:
    """The same of a package folder, which may be anyone's; raises PackageError for links, pipes and too much."""
    listing = list_folder(folder)
    return {name: listing.read(name) for name in sorted(listing.sizes) if not is_hidden(name)}


def read_package(folder: Path) -> Package:
    """The package in `folder`; raises PackageError."""
    return package_of(package_files(folder))
