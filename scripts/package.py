"""The data package as it lies on disk: the only bridge between reading the plan and everything after it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, str]

DESCRIPTOR = "datapackage.json"
SOURCE = "raw/plan.txt"


class PackageError(Exception):
    """The folder holds no data package that can be read at all; the message says why, in Chinese."""


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


def csv_to_rows(data: bytes) -> tuple[Row, ...]:
    """The rows of a CSV; a row shorter or longer than the header raises ValueError."""
    reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    header = next(reader, [])
    return tuple(dict(zip(header, cells, strict=True)) for cells in reader)


def tables_of(descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, tuple[Row, ...]]:
    """Resource → rows for every tabular resource; raises PackageError naming the file that can't be read."""
    tables: dict[str, tuple[Row, ...]] = {}
    for resource in descriptor["resources"]:
        path = resource["path"]
        if "schema" not in resource:
            continue
        try:
            tables[resource["name"]] = csv_to_rows(files[path])
        except KeyError:
            raise PackageError(f"缺少 {path}") from None
        except (ValueError, csv.Error) as error:
            raise PackageError(f"{path} 读不成表：{error}") from error
    return tables


def package_of(files: Mapping[str, bytes]) -> Package:
    """The package made of `files`; raises PackageError where descriptor, source or a table is unreadable."""
    try:
        descriptor = json.loads(files[DESCRIPTOR])
        text = files[SOURCE].decode("utf-8")
        return Package(files, descriptor, text, tables_of(descriptor, files))
    except KeyError as error:
        raise PackageError(f"缺少 {error.args[0]}") from None
    except (ValueError, TypeError) as error:
        raise PackageError(f"{DESCRIPTOR} 或 {SOURCE} 读不出来：{error}") from error


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file of a package folder by its path with forward slashes; what is hidden is left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    relative = {path.relative_to(folder): path for path in paths}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in relative.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def read_package(folder: Path) -> Package:
    """The package in `folder`; raises PackageError."""
    return package_of(read_files(folder))
