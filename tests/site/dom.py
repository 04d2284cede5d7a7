"""Pages as a browser would have them, for tests: Markdown made HTML with the site's extensions, read into a tree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import yaml
from markdown import Markdown

from scripts.package import Package
from scripts.site.page import Page
from tests.support import ROOT

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
#: Every character that Markdown, Jinja2 or HTML might take for its own, as words of the data.
HOSTILE = """<script>alert(1)</script> {{ 7*7 }} {% x %} "'`*_ ](x) ![y](z) | & #h &lt; {: .c }"""


@dataclass
class Element:
    """An element; `children` are elements and texts in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, name: str = "", kind: str = "") -> list["Element"]:
        """Elements by tag name and class."""
        return [e for e in self.walk() if name in ("", e.name) and (not kind or kind in e.classes)]

    def one(self, identifier: str) -> "Element":
        """The only element with this id."""
        (found,) = [element for element in self.walk() if element.attributes.get("id") == identifier]
        return found

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def text(self, without: Callable[["Element"], bool] = lambda _: False) -> str:
        """The text content, elements left out that `without` names."""
        return "".join(
            child if isinstance(child, str) else "" if without(child) else child.text(without)
            for child in self.children
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Element:
    """The tree of well-formed HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].name}> is left open"
    return reader.open[0]


def document(page: Page) -> Element:
    """The tree of a page's body, which no test changes."""
    return _tree(page.body)


@cache
def _tree(markdown: str) -> Element:
    return read(as_html(markdown))


@cache
def extensions() -> dict[str, Any]:
    """The extensions of mkdocs.yml: name → settings."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    found: dict[str, Any] = {}
    for entry in yaml.safe_load(text)["markdown_extensions"]:
        found |= entry if isinstance(entry, dict) else {entry: {}}
    return found


def as_html(markdown: str) -> str:
    """Markdown → HTML with the extensions of mkdocs.yml."""
    return Markdown(extensions=list(extensions()), extension_configs=extensions()).convert(markdown)


def changed(package: Package, resource: str, index: int, **cells: str) -> Package:
    """The package with some cells of one row replaced."""
    rows = list(package.tables[resource])
    rows[index] = {**rows[index], **cells}
    return replace(package, tables={**package.tables, resource: tuple(rows)})


def without_rows(package: Package, resource: str, **cells: str) -> Package:
    """The package without the rows of `resource` that hold these cells."""
    rows = [row for row in package.tables[resource] if not cells.items() <= row.items()]
    return replace(package, tables={**package.tables, resource: tuple(rows)})
