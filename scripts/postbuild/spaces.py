"""Spaces where no line may break: between a number and what it counts, and before a dot between two items."""

from __future__ import annotations

import re

from scripts.postbuild.page import INSIDE

SPACE = "\u00a0"
#: 8 项, 2020 年, 第 2 条, 44 KB, 442 bytes
COUNTED = re.compile(r"(?<=[0-9]) (?=[\u4e00-\u9fff]|KB\b|bytes?\b)|(?<=第) (?=[0-9])|(?:(?<=\S)|^) (?=· )")
#: The year before what it is said of: so long a head of a column may break between the two.
YEAR = re.compile(rf"(?<=[0-9]){SPACE}年(?=[\u4e00-\u9fff])")
#: Elements whose text is no running text, comments, and tags.
MARKUP = rf"<!--.*?-->|<(?P<name>head|script|svg|pre|code)\b{INSIDE}>.*?</(?P=name)>|<[/!a-zA-Z]{INSIDE}>"
#: the id of an element whose text readers copy (assets/site.js)
COPIED = re.compile(r'\bdata-copy="([^"]+)"')


def keep_together(text: str) -> str:
    """The page with such spaces; a second run changes nothing. What a reader copies stays as it is written."""
    markup = re.compile("|".join([*map(_copied, COPIED.findall(text)), MARKUP]), re.DOTALL)
    kept, end, tag = [], 0, ""
    for found in markup.finditer(text):
        kept += [_kept(text[end : found.start()], tag), found[0]]
        end, tag = found.end(), found[0]
    return "".join([*kept, _kept(text[end:], tag)])


def _kept(words: str, tag: str) -> str:
    """The words behind a tag."""
    words = COUNTED.sub(SPACE, words)
    return YEAR.sub(r"\g<0><wbr>", words) if tag.startswith("<th ") else words


def _copied(identifier: str) -> str:
    """The pattern of the element with this id."""
    name = re.sub(r"\W", "_", identifier)
    return rf'<(?P<{name}>\w+)\b[^<>]*\bid="{re.escape(identifier)}"[^<>]*>.*?</(?P={name})>'
