"""The one module that writes files: beside first, then renamed into place, so that nothing is half written.

Only what no reader sees yet is written in place: a site between MkDocs and the last step over it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.paths import danger_of


def place_of(folder: Path, name: str) -> Path:
    """Where a file below `folder` lies; PermissionError for a name, or a link on the way, that leads out of it."""
    place = folder / name
    way = [place, *place.parents][: name.count("/") + 1]
    if danger_of(name) or any(part.is_symlink() for part in way):
        raise PermissionError(errno.EPERM, "会写到文件夹之外，已拒绝", str(place))
    return place


def stage(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (path below `folder` → bytes) into a new `folder`."""
    _remove(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, files)


def _stage_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """The same, and what is half written is taken away where the disk is full or the folder can't be written."""
    try:
        stage(folder, files)
    except OSError:
        _remove(folder)
        raise


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    places = {place_of(folder, name): data for name, data in files.items()}
    for parent in sorted({place.parent for place in places}):
        parent.mkdir(parents=True, exist_ok=True)
    for place, data in places.items():
        _write_at(place, data)


def _write_at(place: Path, data: bytes) -> None:
    """Write a file; an OSError names it, which one about a full disk does not by itself."""
    try:
        place.write_bytes(data)
    except OSError as error:
        error.filename = error.filename or str(place)
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Write one file, its folder made where it is missing; whoever reads it finds all of it or none,
    even where two processes write it at once.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        _write_at(beside, data)
        beside.replace(path)
    except OSError:
        _remove(beside)
        raise


def replace_files(folder: Path, files: Mapping[str, bytes], owned: str, last: str) -> None:
    """Put `files` into `folder` one rename at a time, `last` after all others.

    Files below the sub-folder `owned` that are not among `files` are removed. Killed between two renames,
    the old `last` no longer matches the files it describes; the next run puts everything right.
    """
    staging, made_here = folder / ".staging", place_of(folder, owned)
    places = {name: place_of(folder, name) for name in sorted(files, key=lambda name: (name == last, name))}
    _stage_whole(staging, files)
    for name, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        (staging / name).replace(place)
    for path in sorted(made_here.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    shutil.rmtree(staging)


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `files` the whole content of `folder`, swapped in as one folder."""
    staging = folder.with_name(f".{folder.name}.new")
    _stage_whole(staging, files)
    old = folder.with_name(f".{folder.name}.old")
    _remove(old)
    if folder.exists() or folder.is_symlink():
        folder.replace(old)
    staging.replace(folder)
    _remove(old)


def update_folder(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write the changed files of `folder`; None deletes one, and folders left empty go too."""
    places = {name: place_of(folder, name) for name in changes}
    for name in (name for name, data in changes.items() if data is None):
        places[name].unlink()
    _write(folder, {name: data for name, data in changes.items() if data is not None})
    for path in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
