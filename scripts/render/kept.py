"""Pages, drawings and the workbook by what was asked for: made where a request is new, as kept where it is not.

Drawing takes most of a build's time, and a correction touches few pages; the libraries that draw are not even
imported where all is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DIGEST = 64  # characters of a SHA-256


@dataclass(frozen=True)
class Maker:
    """A module with a function `make`, from what a request gives it to bytes, and nothing else to go by.

    `code`: all of the project's code that the module runs, as globs below scripts/render; `libraries`: what it
    imports besides, by their names in requirements.txt.
    """

    module: str
    code: tuple[str, ...]
    libraries: tuple[str, ...]


@dataclass(frozen=True)
class Request:
    """What `maker`, one of MAKERS, is asked for: `content` tells it from all others, and equal ones give equal bytes.

    `given`: what the maker gets instead of `content`, where that is too costly to read back.
    """

    maker: str
    content: str
    given: Any = field(default=None, compare=False, repr=False)


Made = Mapping[Request, bytes]

MAKERS = {
    "drawing": Maker(
        "scripts.render.charts.forms.making",
        ("charts/forms/*.py", "charts/theme.py", "charts/shapes.py", "charts/svg.py", "markup.py"),
        ("altair", "pandas", "vl-convert-python"),
    ),
    "body": Maker(
        "scripts.render.templating",
        ("templates/*.j2", "*.py", "pages/*.py", "views/*.py", "charts/*.py"),
        ("jinja2", "markupsafe"),
    ),
    "workbook": Maker("scripts.render.downloads.sheets", ("downloads/sheets.py",), ("xlsxwriter",)),
}


def digest(*parts: bytes) -> str:
    """One hash of several texts, each by its own."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def code(maker: str) -> str:
    """A hash of all that a maker's work depends on besides the request."""
    paths = sorted(path for pattern in MAKERS[maker].code for path in HERE.glob(pattern))
    libraries = (f"{name} {version(name)}".encode() for name in MAKERS[maker].libraries)
    return digest(*(path.read_bytes() for path in paths), *libraries)


def name_of(request: Request) -> str:
    """The file name under which what is made for a request is kept."""
    return digest(request.maker.encode(), code(request.maker).encode(), request.content.encode())


def sealed(data: bytes) -> bytes:
    """`data` as it is kept, after a line with its hash."""
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def unsealed(kept: bytes) -> bytes | None:
    """What was sealed; None where it is not as it was."""
    data = kept[DIGEST + 1 :]
    return data if sealed(data) == kept else None


def make(request: Request) -> bytes:
    """What is asked for, made now; raises what the maker raises for content that it can't use."""
    asked = request.content if request.given is None else request.given
    made: bytes = import_module(MAKERS[request.maker].module).make(asked)
    return made


def make_all(requests: Iterable[Request], kept: Mapping[str, bytes]) -> tuple[dict[Request, bytes], dict[str, bytes]]:
    """(request → what was made for it, file name → what to keep for the next time).

    `kept`: the second of an earlier call. What is damaged in it is made again, what nobody asks for any
    more is left out.
    """
    made: dict[Request, bytes] = {}
    for request in requests:
        found = unsealed(kept.get(name_of(request), b""))
        made[request] = make(request) if found is None else found
    return made, {name_of(request): sealed(data) for request, data in made.items()}
