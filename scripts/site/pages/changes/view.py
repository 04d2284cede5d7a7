"""The changelog, a file in the form of Keep a Changelog, as versions with what each of them changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.site.text.texts import CHINESE, ENGLISH

VERSION = re.compile(r"\[(?P<name>[^\]]+)\](?: - (?P<date>\d{4}-\d{2}-\d{2}))?")
#: language → the headings that Keep a Changelog knows there, and what their ids end in
HEADINGS = {
    CHINESE: {
        "新增": "added",
        "变更": "changed",
        "弃用": "deprecated",
        "移除": "removed",
        "更正": "corrected",
        "安全": "security",
    },
    ENGLISH: {
        "Added": "added",
        "Changed": "changed",
        "Deprecated": "deprecated",
        "Removed": "removed",
        "Corrected": "corrected",
        "Security": "security",
    },
}
#: a line end within a Chinese sentence, which a browser would show as a space
BROKEN = re.compile(r"(?<=[^\x00-\x7f])\n *(?=[^\x00-\x7f\n])")
#: links of versions to comparisons, for readers of the file
LINK = re.compile(r"^\[[^\]]+\]: .*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """What was added, removed or corrected; `heading` is empty for what stands before the first. `body` is Markdown.

    `anchor`: what the id of the heading ends in.
    """

    heading: str
    anchor: str
    body: str


@dataclass(frozen=True)
class Version:
    """One version; `name` is its number, or that it is not released, and then it has no `date`."""

    name: str
    date: str
    parts: tuple[Part, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"v{self.name}" if self.date else "unreleased"


def parts_of(text: str, anchors: Mapping[str, str]) -> Iterator[Part]:
    """The parts of a version that say something; raises KeyError for a heading that is none of `anchors`."""
    first, *others = re.split(r"^### ", text, flags=re.MULTILINE)
    for heading, body in [("", first), *(part.split("\n", 1) for part in others)]:
        if body.strip():
            heading = heading.strip()
            yield Part(heading, anchors[heading] if heading else "", BROKEN.sub("", body.strip()))


def versions_of(language: str, changelog: str) -> Iterator[Version]:
    """The versions of a changelog in a language, the newest first; one that changed nothing is left out.

    Raises ValueError for a heading that names no version, KeyError for one that names no kind of change.
    """
    for section in re.split(r"^## ", LINK.sub("", changelog), flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        match = VERSION.fullmatch(heading.strip())
        if match is None:
            raise ValueError(f"CHANGELOG.md: {heading!r} is no version")
        if parts := tuple(parts_of(body, HEADINGS[language])):
            yield Version(match["name"], match["date"] or "", parts)
