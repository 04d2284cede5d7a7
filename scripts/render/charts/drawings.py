"""Drawings by what was asked for: made where the request is new, as they were kept where it is not.

Drawing takes most of a build's time; the libraries that draw are not even imported where all is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

Made = Callable[[str], bytes]

HERE = Path(__file__).parent
LIBRARIES = ("altair", "pandas", "vl-convert-python")
DIGEST = 64  # characters of a SHA-256


@cache
def code() -> str:
    """A hash of all that a drawing depends on besides its request: the code that draws and its libraries."""
    parts = [(HERE / "theme.py").read_bytes(), *(path.read_bytes() for path in sorted(HERE.glob("forms/*.py")))]
    parts += [version(library).encode() for library in LIBRARIES]
    return hashlib.sha256(json.dumps([hashlib.sha256(part).hexdigest() for part in parts]).encode()).hexdigest()


def name_of(request: str) -> str:
    """The file name under which what is made for a request is kept."""
    return hashlib.sha256(f"{code()} {request}".encode()).hexdigest()


def sealed(data: bytes) -> bytes:
    """`data` as it is kept, after a line with its hash."""
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def unsealed(kept: bytes) -> bytes | None:
    """What was sealed; None where it is not as it was."""
    data = kept[DIGEST + 1 :]
    return data if sealed(data) == kept else None


def make(request: str) -> bytes:
    """What is asked for, made now."""
    from scripts.render.charts.forms.making import make as make_now

    return make_now(request)


def drawings(requests: Iterable[str], kept: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """(request → what was made for it, file name → what to keep for the next time).

    `kept`: the second of an earlier call. What is damaged in it is made again, what nobody asks for any
    more is left out.
    """
    made: dict[str, bytes] = {}
    for request in requests:
        found = unsealed(kept.get(name_of(request), b""))
        made[request] = make(request) if found is None else found
    return made, {name_of(request): sealed(data) for request, data in made.items()}
