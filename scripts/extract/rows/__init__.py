"""The parsed plan and the entries of etc/ → the rows of every table, and the descriptor over them."""

from __future__ import annotations

from scripts.compact_text import Span

Row = dict[str, str]


def source_range(span: Span) -> Row:
    """The two columns that every row with a place in the source has."""
    return {"source_start": str(span.start), "source_end": str(span.end)}
