"""Pages, drawings and the workbook by what was asked for: made where a request is new, as kept where it is not.

Drawing takes most of a build's time, and a correction touches few pages; the libraries that draw are not even
imported where all is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parents[1]
DIGEST = 64  # characters of a SHA-256


@dataclass(frozen=True)
class Maker:
    """A module with a function `make`, from what a request gives it to bytes, and nothing else to go by.

    `code`: all of the project's code that the module runs, as globs below scripts/; `libraries`: what it
    imports besides, by their names in requirements.txt.
    """

    module: str
    code: tuple[str, ...]
    libraries: tuple[str, ...]


@dataclass(frozen=True)
class Request:
    """What `maker`, one of MAKERS, is asked for: `content` tells it from all others, and equal ones give equal bytes.

    `given`: what the maker gets instead of `content`, where that can't be read back.
    """

    maker: str
    content: str
    given: Any = field(default=None, compare=False, repr=False)


Made = Mapping[Request, bytes]


@dataclass(frozen=True)
class Kept:
    """What an earlier build kept (file name → sealed bytes), and the hashes of the code that is about to run."""

    files: Mapping[str, bytes]
    codes: Mapping[str, str]


MAKERS = {
    "drawing": Maker(
        "scripts.site.charts.forms.making",
        tuple(
            f"site/{path}.py" for path in ("charts/forms/*", "charts/theme", "charts/shapes", "charts/svg", "markup")
        ),
        ("altair", "pandas", "vl-convert-python"),
    ),
    "body": Maker(
        "scripts.site.templating",
        ("*.py", "site/*.py", "site/*/*.py", "site/templates/**/*.j2"),
        ("jinja2", "markupsafe"),
    ),
    "workbook": Maker("scripts.site.downloads.sheets", ("site/downloads/sheets.py",), ("xlsxwriter",)),
}


def digest(*parts: bytes) -> str:
    """One hash of several texts, each by its own."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def code(maker: Maker) -> str:
    """A hash of all that a maker's work depends on besides the request: files by their names, libraries by theirs."""
    paths = sorted({path for pattern in maker.code for path in SCRIPTS.glob(pattern)})
    files = (part for path in paths for part in (str(path.relative_to(SCRIPTS)).encode(), path.read_bytes()))
    return digest(*files, *(f"{name} {version(name)}".encode() for name in maker.libraries))


def codes() -> dict[str, str]:
    """The hash of every maker's code as it is on disk now.

    What is made is kept under the hashes taken before the code was loaded, and only if they are the same afterwards:
    whoever saves a file while a build runs would else find the work of the old code under the name of the new.
    """
    return {name: code(maker) for name, maker in MAKERS.items()}


def name_of(request: Request, codes: Mapping[str, str]) -> str:
    """The file name under which what is made for a request is kept."""
    return digest(request.maker.encode(), codes[request.maker].encode(), request.content.encode())


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


def make_all(requests: Iterable[Request], kept: Kept) -> tuple[dict[Request, bytes], dict[str, bytes]]:
    """(request → what was made for it, file name → what to keep for the next time).

    What is damaged in `kept` is made again, what nobody asks for any more is left out.
    """
    made: dict[Request, bytes] = {}
    for request in requests:
        found = unsealed(kept.files.get(name_of(request, kept.codes), b""))
        made[request] = make(request) if found is None else found
    return made, {name_of(request, kept.codes): sealed(data) for request, data in made.items()}
