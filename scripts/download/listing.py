"""What a folder or zip says it holds, judged by names, kinds and sizes before any of it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from scripts.findings import Finding
from scripts.package_error import AGAIN, PackageError
from scripts.paths import danger_of

MB = 1024 * 1024
#: far above what this package and its site need: bytes of one file and of all, entries, folders within folders
FILE, TOTAL, COUNT, DEPTH = 16 * MB, 256 * MB, 20_000, 12
LIMITS = f"一个文件至多 {FILE // MB} MB，合计至多 {TOTAL // MB} MB，至多 {COUNT} 个条目，文件夹至多套 {DEPTH} 层"
#: (rule, why) of what is neither a file nor a folder
NO_FILE = ("not-a-file", "是链接、管道、套接字或设备，不是文件")


@dataclass(frozen=True)
class Entry:
    """One name in a folder or zip. `refused`: (rule, why) where it is no plain file or folder that can be read."""

    name: str
    size: int = 0
    is_folder: bool = False
    refused: tuple[str, str] | None = None


@dataclass(frozen=True)
class Listing:
    """`sizes`: path of each file → bytes, of a hidden one 0; `read`: the content of one, raises PackageError."""

    sizes: Mapping[str, int]
    read: Callable[[str], bytes]


def is_hidden(name: str) -> bool:
    """Whether a part of the path begins with a dot: what systems and editors leave in a folder."""
    return any(part.startswith(".") for part in name.split("/"))


def too_much(what: str) -> PackageError:
    """The refusal of a download that is larger than a package can be."""
    return PackageError.of([Finding("", 1, "size-limit", f"{what}，不像是本数据包", f"上限：{LIMITS}")])


def problem_of(entry: Entry, taken: Mapping[str, int]) -> tuple[str, str] | None:
    """(rule, why) of an entry that must not be read."""
    if danger := danger_of(entry.name):
        return "unsafe-path", f"的路径{danger}"
    if entry.name in taken:
        return "archive-damaged", "不止一个条目叫这个名字"
    return entry.refused


def sizes_of(entries: Iterable[Entry]) -> dict[str, int]:
    """Path → bytes of every file; raises PackageError with all that is refused, at the first limit passed."""
    sizes: dict[str, int] = {}
    wrong: dict[tuple[str, str], list[str]] = {}
    total = 0
    for count, entry in enumerate(entries, start=1):
        total += entry.size
        if count > COUNT:
            raise too_much(f"有 {COUNT} 个以上的条目")
        if entry.size > FILE:
            raise too_much(f"“{entry.name}”有 {entry.size} 字节")
        if total > TOTAL:
            raise too_much(f"各文件合计超过 {TOTAL} 字节")
        if entry.name.count("/") > DEPTH:
            raise too_much(f"“{entry.name}”套在 {entry.name.count('/')} 层文件夹里")
        if problem := problem_of(entry, sizes):
            wrong.setdefault(problem, []).append(entry.name)
        elif not entry.is_folder:
            sizes[entry.name] = entry.size
    if wrong:
        raise PackageError.of(refusal(names, *problem) for problem, names in wrong.items())
    return sizes


def refusal(names: list[str], rule: str, why: str) -> Finding:
    """One finding for all entries that are refused for one reason."""
    shown = "、".join(f"“{name}”" for name in names[:3])
    more = f"等 {len(names)} 个条目" if len(names) > 3 else ""
    return Finding("", 1, rule, f"{shown}{more}{why}", AGAIN)
