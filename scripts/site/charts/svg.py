"""A picture → SVG: once for the page, in the reader's colours and fonts, and once to keep, standing alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from scripts.site import markup
from scripts.site.charts import theme
from scripts.site.charts.shapes import Paint, Path, Picture, Text


@dataclass(frozen=True)
class Drawing:
    """A chart as Vega-Lite JSON and as SVG elements: for the page and for a file, in units of their own."""

    specification: str
    width: int
    height: int
    page: str
    alone: str


def plain_paint(paint: Paint) -> str:
    """Attributes with the colours themselves."""
    fill = f' fill="{paint.fill or "none"}"'
    return fill + (f' stroke="{paint.stroke}" stroke-width="{paint.width}"' if paint.stroke else "")


def page_paint(paint: Paint) -> str:
    """Attributes with the tokens of the site's theme; raises KeyError for a colour outside charts/theme.py."""
    fill = theme.FILLS[paint.fill] if paint.fill else ""
    stroke = theme.STROKES[paint.stroke] if paint.stroke else ""
    classes = [each[1:] for each in (fill, stroke) if each.startswith(".")]
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    if fill.startswith("var"):
        attributes += f' fill="{fill}"'
    if not fill and stroke:
        attributes += ' fill="none"'
    if stroke.startswith("var"):
        attributes += f' stroke="{stroke}"'
    return attributes + (f' stroke-width="{paint.width}"' if stroke and paint.width != "1" else "")


def styles(shape: Path | Text, in_page: bool) -> tuple[bool, str]:
    """(is it a text, its attributes apart from place and words): shapes alike in both share one element."""
    attributes = page_paint(shape.paint) if in_page else plain_paint(shape.paint)
    if isinstance(shape, Path):
        return False, attributes
    anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    return True, attributes + anchor + (f' font-weight="{shape.weight}"' if shape.weight else "")


def body(shapes: Iterable[Path | Text], in_page: bool) -> str:
    """The shapes as SVG elements, neighbours that look alike joined; text is escaped."""
    parts: list[str] = []
    for (is_text, attributes), alike in groupby(shapes, key=lambda shape: styles(shape, in_page)):
        if is_text:
            texts = [shape for shape in alike if isinstance(shape, Text)]
            words = (f'<text x="{t.x}" y="{t.y}">{markup.text(t.words)}</text>' for t in texts)
            parts.append(f"<g{attributes}>{''.join(words)}</g>")
        else:
            data = "".join(shape.d for shape in alike if isinstance(shape, Path))
            parts.append(f'<path{attributes} d="{data}"/>')
    return "".join(parts)


def drawing_of(specification: str, picture: Picture) -> Drawing:
    """A specification with its picture."""
    page, alone = (body(picture.shapes, in_page) for in_page in (True, False))
    return Drawing(specification, picture.width, picture.height, page, alone)


def inline(drawing: Drawing, identifier: str, title: str, description: str) -> Markup:
    """The chart for a page: scales with its box, speaks with `title` and `description`; ids begin with `identifier`."""
    return Markup(
        '<svg viewBox="0 0 {width} {height}" role="img" fill="currentColor" font-size="{size}" '
        'aria-labelledby="{identifier}-title {identifier}-desc"><title id="{identifier}-title">{title}</title>'
        '<desc id="{identifier}-desc">{description}</desc>{body}</svg>'
    ).format(
        width=drawing.width,
        height=drawing.height,
        size=theme.SIZE,
        identifier=markup.text(identifier),
        title=markup.text(title),
        description=markup.text(description),
        body=Markup(drawing.page),
    )


def standalone(drawing: Drawing, title: str, description: str) -> bytes:
    """The chart as a file of its own: fixed colours on white, no font file, the same words."""
    text = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        'height="{height}" role="img" font-family="{fonts}" font-size="{size}"><title>{title}</title>'
        '<desc>{description}</desc><rect width="100%" height="100%" fill="white"/>{body}</svg>\n'
    ).format(
        width=drawing.width,
        height=drawing.height,
        size=theme.SIZE,
        fonts=markup.text(theme.FONTS),
        title=markup.text(title),
        description=markup.text(description),
        body=Markup(drawing.alone),
    )
    return str(text).encode("utf-8")
