"""What vl-convert draws → a flat list of paths and texts, without the wrappers, in page-sized coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

TRANSLATE = re.compile(r"translate\((-?[\d.e-]+)(?:,\s*(-?[\d.e-]+))?\)")
COMMAND = re.compile(r"([MLHVAZmlhvaz])([^MLHVAZmlhvaz]*)")
NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
#: How a list of arguments moves with the picture: 0 stays, 1 is an x, 2 is a y.
MOVES = {"M": (1, 2), "L": (1, 2), "H": (1,), "V": (2,), "A": (0, 0, 0, 0, 0, 1, 2)}


@dataclass(frozen=True)
class Paint:
    """How a shape is painted: colours as vl-convert wrote them, empty for none; `width`: of the stroke."""

    fill: str
    stroke: str
    width: str


@dataclass(frozen=True)
class Path:
    """One outline or line; `d`: path data in the picture's own units."""

    paint: Paint
    d: str


@dataclass(frozen=True)
class Text:
    """One text; `anchor`: start, middle or end; `weight`: bold or empty."""

    paint: Paint
    x: str
    y: str
    anchor: str
    weight: str
    words: str


@dataclass(frozen=True)
class Picture:
    """Width and height in units of their own, and the shapes from back to front."""

    width: int
    height: int
    shapes: tuple[Path | Text, ...]


def short(value: float) -> str:
    """A coordinate to a tenth of a unit, in as few characters as it takes."""
    written = f"{value + 0.0:.1f}".removesuffix(".0")
    return {"-0": "0", "0": "0"}.get(written, written.removeprefix("0").replace("-0.", "-."))


def moved(data: str, dx: float, dy: float) -> str:
    """Path data moved by (dx, dy); raises ValueError for a command that no chart has needed so far."""
    parts: list[str] = []
    shift = (0.0, dx, dy)
    for command, arguments in COMMAND.findall(data):
        values = [float(each) for each in NUMBER.findall(arguments)]
        pattern = MOVES.get(command, (0,) * len(values))
        if command in "Zz" and not values:
            parts.append("Z")
        elif command not in "Zz" and pattern and len(values) % len(pattern) == 0:
            turns = pattern * (len(values) // len(pattern))
            written = [short(value + shift[axis]) for value, axis in zip(values, turns, strict=True)]
            parts.append(command + ",".join(written))
        else:
            raise ValueError(f"can't move {command}{arguments}")
    return "".join(parts)


def offset(element: ElementTree.Element) -> tuple[float, float]:
    """How far an element's transform moves it; raises ValueError for anything but a translation."""
    transform = element.get("transform", "")
    if not transform:
        return 0.0, 0.0
    match = TRANSLATE.fullmatch(transform)
    if match is None:
        raise ValueError(f"a chart with the transform {transform!r}")
    return float(match[1]), float(match[2] or 0)


def paint_of(element: ElementTree.Element) -> Paint:
    """The paint that stands on an element itself; vl-convert writes no style sheets."""
    fill, stroke = element.get("fill", ""), element.get("stroke", "")
    return Paint(
        fill="" if fill in ("none", "transparent") else fill,
        stroke="" if stroke in ("none", "transparent") else stroke,
        width=element.get("stroke-width", "1") if stroke not in ("", "none", "transparent") else "",
    )


def shapes(element: ElementTree.Element, dx: float, dy: float) -> Iterator[Path | Text]:
    """The visible shapes of an element and what is in it; raises ValueError for an element never seen so far."""
    own_x, own_y = offset(element)
    x, y, paint = dx + own_x, dy + own_y, paint_of(element)
    match element.tag.rpartition("}")[2]:
        case "svg" | "g":
            for child in element:
                yield from shapes(child, x, y)
        case "path" if paint.fill or paint.stroke:
            yield Path(paint, moved(element.get("d", ""), x, y))
        case "line" if paint.stroke:
            end_x, end_y = (float(element.get(name, "0")) for name in ("x2", "y2"))
            yield Path(paint, f"M{short(x)},{short(y)}L{short(x + end_x)},{short(y + end_y)}")
        case "text":
            anchor, weight = element.get("text-anchor", "start"), element.get("font-weight", "normal")
            bold = weight if weight != "normal" else ""
            yield Text(paint, short(x), short(y), anchor, bold, "".join(element.itertext()))
        case "rect" | "path" | "line":
            pass  # the white sheet behind the chart, and the frames of groups, which have no paint
        case tag:
            raise ValueError(f"a chart with <{tag}>")


def read_picture(svg: str) -> Picture:
    """The picture in an SVG by vl-convert; raises ValueError where it holds what is not known here."""
    root = ElementTree.fromstring(svg)
    width, height = (round(float(root.get(name, "0"))) for name in ("width", "height"))
    return Picture(width, height, tuple(shapes(root, 0.0, 0.0)))
