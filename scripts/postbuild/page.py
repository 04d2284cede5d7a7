"""What the checks need to know of a page: its tags, where they stand, and its ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

# What stands in a tag after its name; values in quotes may hold anything.
INSIDE = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*"""
# Comments, then whole elements whose content is no markup, then single tags.
MARKUP = re.compile(
    rf"<!--.*?-->|(?P<open><(?P<name>script|style|textarea|title)\b{INSIDE}>)(?P<raw>.*?)</(?P=name)\s*>"
    rf"|<[a-zA-Z]{INSIDE}>",
    re.DOTALL | re.IGNORECASE,
)
NAME = re.compile(r"<([a-zA-Z][^\s/>]*)")
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


@dataclass(frozen=True)
class Tag:
    """A start tag: its name and those of its attributes in lower case, values unescaped."""

    name: str
    attributes: Mapping[str, str]

    def value(self, attribute: str) -> str:
        """The value of an attribute; "" where the tag has none."""
        return self.attributes.get(attribute, "")

    def words(self, attribute: str) -> frozenset[str]:
        """The words of an attribute that is a list, in lower case."""
        return frozenset(self.value(attribute).lower().split())


@dataclass(frozen=True)
class Place:
    """A tag where it stands: `position` in characters, `raw` the text of an element that holds no markup."""

    tag: Tag
    position: int
    raw: str


@dataclass(frozen=True)
class Page:
    """A page as built: `path` below the site, its text, and its start tags in order."""

    path: str
    text: str
    places: tuple[Place, ...]
    ids: Mapping[str, int]

    def line(self, position: int) -> int:
        """The line, from 1, of a position in the text."""
        return self.text.count("\n", 0, position) + 1


def read_tag(text: str) -> Tag:
    """The start tag written as `text`, e.g. `<a href="x">`."""
    name = NAME.match(text)
    if name is None:
        raise ValueError(f"no start tag: {text!r}")
    pairs = {
        each[1].lower(): unescape(each[2] or each[3] or each[4] or "")
        for each in ATTRIBUTE.finditer(text, name.end(), len(text) - 1)
    }
    return Tag(name[1].lower(), pairs)


def read_places(text: str) -> Iterator[Place]:
    """Every start tag of an HTML text, without those in comments, scripts and style sheets."""
    for match in MARKUP.finditer(text):
        if match["open"] is not None:
            yield Place(read_tag(match["open"]), match.start(), match["raw"])
        elif not match[0].startswith("<!"):
            yield Place(read_tag(match[0]), match.start(), "")


def read_page(path: str, text: str) -> Page:
    """The page at `path` with the HTML `text`."""
    places = tuple(read_places(text))
    ids: dict[str, int] = {}
    for place in places:
        name = place.tag.attributes.get("id")
        if name is not None:
            ids[name] = ids.get(name, 0) + 1
    return Page(path, text, places, ids)


def is_redirect(page: Page) -> bool:
    """Whether the page only sends its reader on to another."""
    return any(place.tag.name == "meta" and "refresh" in place.tag.words("http-equiv") for place in page.places)
