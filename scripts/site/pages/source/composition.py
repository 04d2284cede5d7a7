"""What the source consists of: the share of each kind of segment, adding up to all of it."""

from __future__ import annotations

from decimal import Decimal

from scripts.package import SOURCE
from scripts.site import addresses
from scripts.site.model.figures import percent
from scripts.site.model.links import Link
from scripts.site.model.rows import grouped, span
from scripts.site.site import Site

#: what a part of the text is, its code points, and per cent of the whole to two places
Part = tuple[str, str, str]


def composition(site: Site) -> list[Part]:
    """The kinds of segments and, last, their sum; raises ValueError where the segments are not all of the text."""
    whole = len(site.package.text)
    lengths = {
        kind: sum(end - start for start, end in map(span, rows))
        for kind, rows in grouped(site.tables["segments"], "kind").items()
    }
    if sum(lengths.values()) != whole:
        raise ValueError(f"the segments are not the {whole} characters of {SOURCE}")
    labels = site.labels("segments", "kind")
    parts = [(labels[kind], lengths[kind]) for kind in labels if kind in lengths]
    return [
        (label, str(length), percent(Decimal(length), Decimal(whole)))
        for label, length in [*parts, (site.text._("合计"), whole)]
    ]


def jumps(site: Site) -> list[Link]:
    """Where the chapters and the annexes begin on the page."""
    chapters = [(site.links.chapters[row["chapter"]].title, row["source_start"]) for row in site.tables["chapters"]]
    annexes = [
        (site.text._("附件 {annex}", annex=row["ref"]), row["source_start"])
        for row in site.tables["segments"]
        if row["kind"] == "annex"
    ]
    return [Link(title, addresses.source(start)) for title, start in chapters + annexes]
