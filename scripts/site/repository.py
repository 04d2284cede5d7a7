"""What lies beside the data package in the repository and is published with it, as it stands there."""

from __future__ import annotations

from pathlib import Path

#: the folder that holds `scripts`
ROOT = Path(__file__).parents[2]
CHANGELOG, CHANGELOG_EN = "CHANGELOG.md", "CHANGELOG.en.md"
#: the files that the zip holds, too
BESIDE = (CHANGELOG, "CITATION.cff", "LICENSE", "LICENSE-data.md")


def kept(name: str) -> bytes:
    """A file of the repository's own folder; raises FileNotFoundError."""
    return (ROOT / name).read_bytes()
