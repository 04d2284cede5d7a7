"""SHA256SUMS, so that a download can be checked with the tool that every system has."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping


def sums_file(files: Mapping[str, bytes], folder: str) -> bytes:
    """One line a file, in the form of `sha256sum`, with paths as seen from the folder in which the sums lie."""
    lines = (
        f"{hashlib.sha256(data).hexdigest()}  {posixpath.relpath(path, folder)}\n"
        for path, data in sorted(files.items())
    )
    return "".join(lines).encode("ascii")
