"""The package and the hand-written pages → every file that MkDocs reads, in memory."""

from __future__ import annotations

from pathlib import Path

from scripts.package import Package
from scripts.render.settings import Settings

ASSETS = Path(__file__).parent / "assets"


def copies(folder: Path, below: str = "") -> dict[str, bytes]:
    """Every file of `folder`, its path below `folder` put below `below`."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {below + path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def pages(package: Package, docs: Path, settings: Settings) -> dict[str, bytes]:
    """Path below docs_dir → bytes: copies of `docs` and of the assets, and all that is generated."""
    return copies(docs) | copies(ASSETS, "assets/")
