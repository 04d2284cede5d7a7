"""The changelog, a file in the form of Keep a Changelog, as versions with what each of them changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.site.text.texts import N_

VERSION = re.compile(r"\[(?P<name>[^\]]+)\](?: - (?P<date>\d{4}-\d{2}-\d{2}))?")
UNRELEASED = N_("未发布")
#: the headings that Keep a Changelog knows, as the changelog writes them → what their ids end in
HEADINGS = {
    N_("新增"): "added",
    N_("变更"): "changed",
    N_("弃用"): "deprecated",
    N_("移除"): "removed",
    N_("更正"): "corrected",
    N_("安全"): "security",
}
#: a line end within a Chinese sentence, which a browser would show as a space
BROKEN = re.compile(r"(?<=[^\x00-\x7f])\n *(?=[^\x00-\x7f\n])")
#: links of versions to comparisons, for readers of the file
LINK = re.compile(r"^\[[^\]]+\]: .*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """What was added, removed or corrected; `heading` is empty for what stands before the first. `body` is Markdown."""

    heading: str
    body: str

    @property
    def anchor(self) -> str:
        """What the id of its heading ends in; raises KeyError for a heading that is none of HEADINGS."""
        return HEADINGS[self.heading]


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


def parts_of(text: str) -> Iterator[Part]:
    """The parts of a version that say something."""
    first, *others = re.split(r"^### ", text, flags=re.MULTILINE)
    for heading, body in [("", first), *(part.split("\n", 1) for part in others)]:
        if body.strip():
            yield Part(heading.strip(), BROKEN.sub("", body.strip()))


def versions_of(changelog: str) -> Iterator[Version]:
    """The versions, the newest first; one that changed nothing is left out.

    Raises ValueError for a heading that names no version.
    """
    for section in re.split(r"^## ", LINK.sub("", changelog), flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        match = VERSION.fullmatch(heading.strip())
        if match is None:
            raise ValueError(f"CHANGELOG.md: {heading!r} is no version")
        if parts := tuple(parts_of(body)):
            yield Version(match["name"], match["date"] or "", parts)
