"""A folder as a listing: links are not followed, pipes and devices not opened, what is hidden is left alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from scripts.download.listing import COUNT, FILE, NO_FILE, Entry, Listing, sizes_of, too_much


def entries_of(folder: Path) -> Iterator[Entry]:
    """Every entry below a folder, as it is met; what is hidden is named and neither opened nor judged."""
    waiting = [("", folder)]
    while waiting:
        prefix, place = waiting.pop()
        with os.scandir(place) as found:
            entries = sorted(islice(found, COUNT + 1), key=lambda entry: entry.name)
        for entry in entries:
            name = prefix + entry.name
            if entry.name.startswith("."):
                yield Entry(name)
            elif entry.is_dir(follow_symlinks=False):
                yield Entry(name, is_folder=True)
                waiting.append((f"{name}/", place / entry.name))
            else:
                found_there = entry.stat(follow_symlinks=False)
                is_plain = stat.S_ISREG(found_there.st_mode)
                yield Entry(name, found_there.st_size, refused=None if is_plain else NO_FILE)


def list_folder(folder: Path) -> Listing:
    """The files of a folder; raises PackageError for what may not be read, OSError for what can't."""

    def read(name: str) -> bytes:
        with (folder / name).open("rb") as file:
            data = file.read(FILE + 1)
        if len(data) > FILE:
            raise too_much(f"“{name}”超过 {FILE} 字节")
        return data

    return Listing(sizes_of(entries_of(folder)), read)
