"""How the tables join, as a drawing: a row for each table, one column further right than the tables that it names.

No line meets a box: it runs in the rows of its two tables, and between columns in a lane of the table that is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, ROW, GAP, EDGE = 190, 24, 30, 50, 8
LANE, CURVE = 10, 5


@dataclass(frozen=True)
class Diagram:
    """`boxes`: table → its upper left corner; `box`: width and height of each; `paths`: one for each foreign key."""

    width: int
    height: int
    box: tuple[int, int]
    boxes: Mapping[str, tuple[int, int]]
    paths: tuple[str, ...]


def diagram(tables: Sequence[str], keys: Sequence[tuple[str, str]]) -> Diagram:
    """The drawing of foreign keys, each (table, the table that it names); tables without any are left out."""
    joined = [table for table in tables if any(table in key for key in keys)]
    depths = {table: depth(table, keys) for table in joined}
    boxes = {table: (EDGE + depths[table] * (WIDTH + GAP), EDGE + row * ROW) for row, table in enumerate(joined)}
    named = [table for table in joined if table in {parent for _, parent in keys}]
    lanes = {
        table: boxes[table][0] + WIDTH + LANE * (1 + [t for t in named if depths[t] == depths[table]].index(table))
        for table in named
    }
    return Diagram(
        width=max(x for x, _ in boxes.values()) + WIDTH + EDGE,
        height=len(joined) * ROW + EDGE,
        box=(WIDTH, HEIGHT),
        boxes=boxes,
        paths=tuple(path(boxes[child], boxes[parent], lanes[parent]) for child, parent in keys),
    )


def depth(table: str, keys: Sequence[tuple[str, str]]) -> int:
    """How many steps a table is away from one that names no other; foreign keys run in no circle."""
    return max((1 + depth(parent, keys) for child, parent in keys if child == table), default=0)


def path(child: tuple[int, int], parent: tuple[int, int], lane: int) -> str:
    """From the left side of a box into the lane and along it, then to the right side of the box that is named."""
    (start, from_y), (left, to_y) = child, parent
    begin, end = from_y + HEIGHT // 2, to_y + HEIGHT // 2
    curve = CURVE if end > begin else -CURVE
    turned = f"H{lane + CURVE}Q{lane} {begin} {lane} {begin + curve}"
    return f"M{start} {begin}{turned}V{end - curve}Q{lane} {end} {lane - CURVE} {end}H{left + WIDTH}"
