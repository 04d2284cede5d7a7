"""What vl-convert draws → SVG for the page, in the reader's colours and fonts, and SVG to keep, standing alone."""

from __future__ import annotations

import re

from markupsafe import Markup

from scripts.site import markup
from scripts.site.charts import theme

ROOT = re.compile(
    r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>(?P<body>.*)</svg>', re.DOTALL
)
#: Said of each shape for machines that a picture of many shapes has nothing to say to; and the reader's own font.
NEEDLESS = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events|font-family|opacity="1")(?:="[^"]*")?(?=[ />])')
SHEET = '<rect width="{width}" height="{height}" fill="white"/>'


def inline(svg: str, identifier: str, title: str, description: str) -> Markup:
    """The chart for a page: scales with its box, speaks with `title` and `description`; ids begin with `identifier`.

    Raises ValueError for what is no drawing of vl-convert's.
    """
    width, height, body = parts(svg)
    for colour, token in theme.TOKENS.items():
        body = body.replace(f'"{colour}"', f'"{token}"')
    return Markup(
        '<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="{identifier}-title {identifier}-desc">'
        '<title id="{identifier}-title">{title}</title><desc id="{identifier}-desc">{description}</desc>{body}</svg>'
    ).format(
        width=width,
        height=height,
        identifier=markup.text(identifier),
        title=markup.text(title),
        description=markup.text(description),
        body=Markup(NEEDLESS.sub("", body.replace(SHEET.format(width=width, height=height), "", 1))),
    )


def standalone(svg: str, title: str, description: str) -> bytes:
    """The chart as a file of its own: fixed colours on white, no font file, the same words."""
    width, height, body = parts(svg)
    text = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        'height="{height}" role="img" font-family="{fonts}"><title>{title}</title><desc>{description}</desc>{body}</svg>\n'
    ).format(
        width=width,
        height=height,
        fonts=markup.text(theme.FONTS),
        title=markup.text(title),
        description=markup.text(description),
        body=Markup(NEEDLESS.sub("", body)),
    )
    return str(text).encode("utf-8")


def parts(svg: str) -> tuple[str, str, str]:
    """(width, height, what is inside) of an SVG; raises ValueError where it is not of the form that is drawn here."""
    match = ROOT.fullmatch(svg.strip())
    if match is None:
        raise ValueError(f"no drawing: {svg[:80]}…")
    return match["width"], match["height"], match["body"]
