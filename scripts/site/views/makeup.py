"""What the source consists of: the share of each kind of segment, adding up to all of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from scripts.package import SOURCE, Package
from scripts.site.views.common import Link, chapter_title, grouped, labels, span

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Share:
    """A kind of segment: its code points, and per cent of the whole to two places."""

    label: str
    length: str
    percent: str


@dataclass(frozen=True)
class Makeup:
    """The file, its kinds of segments and their sum; `entries` are places to jump to on the page."""

    sha256: str
    bytes: str
    lines: str
    segments: str
    shares: tuple[Share, ...]
    total: Share
    entries: tuple[Link, ...]


def makeup(package: Package) -> Makeup:
    """What raw/plan.txt consists of; raises ValueError where the segments are not all of it."""
    segments, length = package.tables["segments"], len(package.text)
    lengths = {
        kind: sum(end - start for start, end in map(span, rows)) for kind, rows in grouped(segments, "kind").items()
    }
    if sum(lengths.values()) != length:
        raise ValueError(f"the segments are not the {length} characters of {SOURCE}")
    names = labels(package, "segments", "kind")
    resource = next(item for item in package.descriptor["resources"] if item["path"] == SOURCE)
    return Makeup(
        sha256=resource["hash"].removeprefix("sha256:"),
        bytes=str(resource["bytes"]),
        lines=str(package.text.count("\n") + 1),
        segments=str(len(segments)),
        shares=tuple(_share(names[kind], lengths[kind], length) for kind in names if kind in lengths),
        total=_share("合计", length, length),
        entries=_entries(package),
    )


def _share(label: str, length: int, whole: int) -> Share:
    percent = (Decimal(100 * length) / whole).quantize(HUNDREDTH, ROUND_HALF_UP)
    return Share(label, str(length), str(percent))


def _entries(package: Package) -> tuple[Link, ...]:
    """The chapters and annexes, where they begin."""
    chapters = [(row["source_start"], chapter_title(row)) for row in package.tables["chapters"]]
    annexes = [
        (row["source_start"], f"附件 {row['ref']}") for row in package.tables["segments"] if row["kind"] == "annex"
    ]
    return tuple(Link(title, f"source/#p{start}") for start, title in chapters + annexes)
