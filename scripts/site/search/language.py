"""What the search knows of Chinese beyond the plan's own words: traditional characters, sounds, everyday words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from opencc import OpenCC

from scripts.kept.reading import read_kept

LISTS = Path(__file__).with_name("language.yml")
#: in language.yml: one list of words each
WORDS = ("stop", "soft", "single")
#: OpenCC's conversions to simplified characters: from its own standard, Taiwan's and Hong Kong's
STANDARDS = ("t2s", "tw2s", "hk2s")
#: Unicode's blocks of Chinese characters, first and last code point: Extension A, the first block, B to I
IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2EE5D))


@cache
def read_lists() -> dict[str, Any]:
    """language.yml."""
    lists: dict[str, Any] = read_kept(LISTS)
    return lists


@cache
def language() -> dict[str, Any]:
    """For the index: word lists, what a question asks for, groups of equals, syllables in one string, readings."""
    read = read_lists()
    return {
        **{name: read[name].split() for name in WORDS},
        "asks": {asked: words.split() for asked, words in read["asks"].items()},
        "same": [line.split() for line in read["same"].splitlines()],
        "syllables": read["syllables"].replace(" ", ""),
        "readings": read["readings"],
    }


def every_word() -> list[str]:
    """All words of language.yml that may stand in a query."""
    known = language()
    groups = [*(known[name] for name in WORDS), *known["asks"].values(), *known["same"]]
    return [word for words in groups for word in words]


@cache
def simplified_forms() -> dict[str, str]:
    """Traditional character → its simplified one, Taiwan's and Hong Kong's forms included."""
    characters = [chr(code) for first, last in IDEOGRAPHS for code in range(first, last + 1)]
    forms: dict[str, str] = {}
    for standard in STANDARDS:
        # A line each, so that no two of them are read as a word.
        simplified = OpenCC(standard).convert("\n".join(characters)).split("\n")
        for character, simple in zip(characters, simplified, strict=True):
            if simple != character:
                forms.setdefault(character, simple)
    return forms | dict(read_lists()["only_in_words"].split())


def traditional(texts: Iterable[str]) -> tuple[str, str]:
    """(traditional characters, the simplified one of each), as far as `texts` have the simplified one alone."""
    known = {character for text in texts for character in text}
    pairs = {old: new for old, new in simplified_forms().items() if new in known and old not in known}
    return "".join(pairs), "".join(pairs.values())
