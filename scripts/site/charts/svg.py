"""What vl-convert draws → SVG for the page, in the reader's colours and fonts, and SVG to keep, standing alone."""

from __future__ import annotations

import html
import re

from markupsafe import Markup

from scripts.site import markup
from scripts.site.charts import theme

ROOT = re.compile(
    r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>(?P<sheet><rect [^>]*/>)(?P<body>.*)</svg>',
    re.DOTALL,
)
#: a tag, or the words between two; vl-convert escapes every < in words, but not what Markdown would take for its own
PIECE = re.compile(r"<[^<>]*>|[^<]+")
#: Said of each shape for machines that a picture of many shapes has nothing to say to; and the reader's own font.
NEEDLESS = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events|font-family|opacity="1")(?:="[^"]*")?(?=[ />])')
PAINT = re.compile(r'(?<= )(fill|stroke)="(?!none")([^"]*)"')


def inline(svg: str, identifier: str, title: str, description: str) -> Markup:
    """The chart for a page: scales with its box, named by `title`, described by `description`, `identifier` in its ids.

    Raises ValueError for what is no drawing of vl-convert's, KeyError for a colour that the theme has no token for.
    """
    width, height, _, body = parts(svg)
    return Markup(
        '<svg viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="{identifier}-title" aria-describedby="{identifier}-desc">'
        '<title id="{identifier}-title">{title}</title><desc id="{identifier}-desc">{description}</desc>{body}</svg>'
    ).format(
        width=width,
        height=height,
        identifier=markup.text(identifier),
        title=markup.text(title),
        description=markup.text(description),
        body=Markup(PAINT.sub(lambda found: f'{found[1]}="var({theme.TOKENS[found[2]]})"', body)),
    )


def standalone(svg: str, title: str, description: str) -> bytes:
    """The chart as a file of its own: fixed colours on white, no font file, the same words; raises ValueError, too."""
    width, height, sheet, body = parts(svg)
    text = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" font-family="{fonts}"><title>{title}</title><desc>{description}</desc>{sheet}{body}</svg>\n'
    ).format(
        width=width,
        height=height,
        fonts=markup.text(theme.FONTS),
        title=markup.text(title),
        description=markup.text(description),
        sheet=Markup(sheet),
        body=Markup(body),
    )
    return str(text).encode("utf-8")


def parts(svg: str) -> tuple[str, str, str, str]:
    """(width, height, the sheet drawn on, the drawing with its words made inert); raises ValueError for no such SVG."""
    match = ROOT.fullmatch(svg.strip())
    if match is None:
        raise ValueError(f"no drawing: {svg[:80]}…")
    return match["width"], match["height"], match["sheet"], PIECE.sub(inert, match["body"])


def inert(piece: re.Match[str]) -> str:
    """A tag without what is needless, words with the one escape."""
    found = piece[0]
    return NEEDLESS.sub("", found) if found.startswith("<") else str(markup.text(html.unescape(found)))
