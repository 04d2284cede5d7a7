"""What the search knows of Chinese beyond the plan's own words: traditional characters, sounds, everyday words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

LISTS = Path(__file__).with_name("language.yml")
#: in language.yml: one list of words each
WORDS = ("asking", "meaning", "amount", "when", "stop", "soft")
#: one group of words a line
GROUPS = ("claim", "same")


@cache
def language() -> dict[str, Any]:
    """For the index: word lists, groups of words, syllables in one string, readings."""
    read = yaml.safe_load(LISTS.read_text(encoding="utf-8"))
    return {
        **{name: read[name].split() for name in WORDS},
        **{name: [line.split() for line in read[name].splitlines()] for name in GROUPS},
        "syllables": read["syllables"].replace(" ", ""),
        "readings": read["readings"],
    }


def every_word() -> list[str]:
    """All words of language.yml that may stand in a query."""
    known = language()
    return [word for words in (*(known[name] for name in WORDS), *known["same"]) for word in words]


def table(name: str) -> dict[str, tuple[str, ...]]:
    """One of OpenCC's tables: character → characters."""
    lines = files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {left: tuple(right.split()) for left, right in pairs if len(left) == 1}


@cache
def simplified_forms() -> dict[str, tuple[str, ...]]:
    """Traditional character → its simplified forms, Taiwan's and Hong Kong's forms included."""
    forms = table("TSCharacters.txt")
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard in table(name).items():
            forms.setdefault(variant, forms.get(standard[0], standard))
    return forms


def traditional(texts: Iterable[str]) -> tuple[str, str]:
    """(traditional characters, the simplified one of each), as far as `texts` have the simplified one."""
    known = {character for text in texts for character in text}
    pairs = {}
    for character, forms in simplified_forms().items():
        found = [form for form in forms if form in known and form != character]
        if found and character not in known:
            pairs[character] = found[0]
    return "".join(pairs), "".join(pairs.values())
