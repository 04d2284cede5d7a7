"""How the tables join, as a drawing: the tables that others name on the left, those that name them right of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from scripts.site.views.dictionary import Join, Table

BOX_WIDTH, BOX_HEIGHT, ROW, COLUMN, EDGE = 186, 28, 38, 236, 8


@dataclass(frozen=True)
class Box:
    """A table; `x`, `y` is its upper left corner, `text_x`, `text_y` where its name starts."""

    name: str
    x: int
    y: int
    width: int
    height: int
    text_x: int
    text_y: int


@dataclass(frozen=True)
class Line:
    """A foreign key, as the path of an SVG from the table to the one that it names."""

    join: Join
    path: str


@dataclass(frozen=True)
class Diagram:
    """The drawing; `apart` are the tables without any foreign key."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    apart: tuple[Table, ...]


@dataclass(frozen=True)
class Stop:
    """A place in a column: a table, or a gap that a line passes through on its way over several columns."""

    name: str
    level: int
    parents: tuple[str, ...]


def depth(name: str, parents: Mapping[str, tuple[str, ...]]) -> int:
    """How many steps a table is away from one that names no other; foreign keys run in no circle."""
    return max((1 + depth(parent, parents) for parent in parents[name]), default=0)


def route(join: Join, depths: Mapping[str, int]) -> list[str]:
    """The names of the stops of a line, from the table to the one that it names."""
    between = range(depths[join.table] - 1, depths[join.parent], -1)
    return [join.table, *(f"{join.table}>{join.parent}@{level}" for level in between), join.parent]


def stops(depths: Mapping[str, int], routes: list[list[str]]) -> list[Stop]:
    """Every table, and every gap between the columns that a line has to cross."""
    parents: dict[str, list[str]] = {name: [] for name in depths}
    levels = dict(depths)
    for names in routes:
        for at, (name, parent) in enumerate(pairwise(names)):
            parents.setdefault(name, []).append(parent)
            levels.setdefault(name, depths[names[0]] - at)
    return [Stop(name, levels[name], tuple(found)) for name, found in parents.items()]


def corners(placed: list[Stop]) -> dict[str, tuple[int, int]]:
    """The upper left corner of every stop: each column ordered by what it names, and centred."""
    columns: dict[int, list[Stop]] = {}
    for stop in placed:
        columns.setdefault(stop.level, []).append(stop)
    tallest = max(map(len, columns.values()))
    made: dict[str, tuple[int, int]] = {}
    for level in sorted(columns):
        column = columns[level]
        top = (tallest - len(column)) * ROW // 2 + EDGE
        column.sort(key=lambda stop: sum(made[name][1] for name in stop.parents) / max(len(stop.parents), 1))
        for row, stop in enumerate(column):
            made[stop.name] = (level * COLUMN + EDGE, top + row * ROW)
    return made


def box_of(name: str, corner: tuple[int, int]) -> Box:
    """A table at its place."""
    x, y = corner
    return Box(name, x, y, BOX_WIDTH, BOX_HEIGHT, x + 9, y + BOX_HEIGHT // 2 + 5)


def path_of(names: list[str], places: Mapping[str, tuple[int, int]]) -> str:
    """From the left side of the first stop to the right side of the last, straight through those between."""
    middle = BOX_HEIGHT // 2
    bend = (COLUMN - BOX_WIDTH) * 2 // 3
    x, y = places[names[0]][0], places[names[0]][1] + middle
    path = f"M{x} {y}"
    for name in names[1:]:
        right, level = places[name][0] + BOX_WIDTH, places[name][1] + middle
        path += f"C{x - bend} {y} {right + bend} {level} {right} {level}"
        x, y = places[name][0], level
        path += f"H{x}" if name != names[-1] else ""
    return path


def diagram(tables: tuple[Table, ...]) -> Diagram:
    """The drawing of all foreign keys."""
    connected = [table for table in tables if table.joins or table.joined]
    parents = {table.name: tuple(join.parent for join in table.joins) for table in connected}
    depths = {name: depth(name, parents) for name in parents}
    joins = [join for table in connected for join in table.joins]
    routes = [route(join, depths) for join in joins]
    places = corners(stops(depths, routes))
    return Diagram(
        width=max(x for x, _ in places.values()) + BOX_WIDTH + EDGE,
        height=max(y for _, y in places.values()) + BOX_HEIGHT + EDGE,
        boxes=tuple(box_of(name, places[name]) for name in parents),
        lines=tuple(Line(join, path_of(names, places)) for join, names in zip(joins, routes, strict=True)),
        apart=tuple(table for table in tables if not (table.joins or table.joined)),
    )
