"""What the search knows of English beyond the plan's own words: light words, what questions ask for, equals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from scripts.kept.reading import read_kept

LISTS = Path(__file__).with_name("language_en.yml")
#: in language_en.yml: one list of words or phrases each
WORDS = ("stop", "soft", "apart", "inside")
CHINESE = re.compile(r"[一-鿿]")
#: what stands before a department's name on all of them; people leave it out
PROVINCIAL = re.compile(r"^Liaoning (?:Provincial )?")
BRACKETS = re.compile(r"\s*\([^)]*\)")


def phrases(line: str) -> list[str]:
    """The words and phrases of a list, in order."""
    return [" ".join(part.split()) for part in line.split(",") if part.strip()]


def pair(line: str) -> list[list[str]]:
    """A line of `same`: what people say, and what the plan says for it; raises ValueError where either is missing.

    A word finds itself anyway.
    """
    said, plan = (phrases(side) for side in line.split(" = "))
    others = [word for word in plan if [word] != said]
    if not said or not others:
        raise ValueError(f"language_en.yml: {line}")
    return [said, others]


@cache
def language() -> dict[str, Any]:
    """For the index: word lists, what a question asks for, and pairs of what people and what the plan say."""
    read: dict[str, Any] = read_kept(LISTS)
    lines = (line.strip() for line in read["same"].splitlines())
    return {
        **{name: phrases(read[name]) for name in WORDS},
        "asks": {asked: phrases(words) for asked, words in read["asks"].items()},
        "same": [pair(line) for line in lines if line and not line.startswith("#")],
    }


def short(name: str) -> str:
    """A department's name without what stands before all of them."""
    return PROVINCIAL.sub("", name)


def names(title: str, known: Iterable[str]) -> tuple[str, ...]:
    """The English ones among the names, then each without what people leave out of it; the title is one anyway."""
    own = [name for name in known if not CHINESE.search(name) and not name.isdigit()]
    shorter = (BRACKETS.sub("", short(name)) for name in own)
    return tuple(
        name for name in dict.fromkeys([*own, *shorter]) if name and name not in (title, title.partition(": ")[2])
    )
