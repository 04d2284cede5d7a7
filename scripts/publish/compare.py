"""Are the published data the ones this commit builds? Anyone can ask, about any copy of the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

from scripts.publish.fetch import fetch

SUFFIXES = {".csv", ".json"}


def data_files(site: Path) -> list[str]:
    """Every CSV, JSON and raw file of a built site, as paths below it."""
    paths = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in paths if path.suffix in SUFFIXES or path.parts[0] == "raw")


def differences(site: Path, address: str) -> Iterator[str]:
    """One line for each data file that the site at `address` does not serve with the same bytes."""
    base = address.rstrip("/") + "/"
    for name in data_files(site):
        answer = fetch(urljoin(base, quote(name)))
        if answer.problem:
            yield f"{name}: {answer.problem}"
        elif answer.body != (site / name).read_bytes():
            yield f"{name}: 与本次构建不同"
