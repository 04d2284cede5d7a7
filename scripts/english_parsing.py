"""What a Chinese text and its English say that can be compared: numbers, comparators, directions, letters.

The rules are those of datapackage/README.md: figures stand in English with the digits printed, and 万 and 亿 are units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.extract.plan.numerals import parse_numeral
from scripts.target_parsing import NUMBER

#: Chinese words → the ordinal or name that their English has with digits
IN_WORDS = {"十三五": "13th", "十八大": "18th", "一级A": "1A"}
#: a month in digits is a name in English
MONTH = re.compile(r"(?<![0-9])(?:1[0-2]|[1-9])月")
#: an item or article in Chinese numerals has digits in English
REFERENCE = re.compile(r"(?:（([一二三四五六七八九十]+)）(?=[、项])|第([一二三四五六七八九十百零]+)条)")
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
QUOTED = re.compile(r"“[^”]*”")
#: title of a document: not the plan's own words
TITLE = re.compile(r"《[^》]*》")
#: what is said → how the Chinese says it, how the English does; whether the English may say it only then
SAID = (
    ("<=", r"以内|以下", r"\b(?:within|no more than|or less|or below|below|under)\b", True),
    (">=", r"以上(?!城市)|不低于", r"\b(?:at least|no less than|or more|or above)\b", True),
    ("~", r"左右", r"\b(?:about|around|approximately|roughly)\b", True),
    ("decrease", r"下降[0-9]", r"\b(?:reduce|fall|lower|cut)", False),
    ("increase", r"提高[0-9]", r"\b(?:raise|rise|increase)", False),
    ("零增长", r"零增长", r"\bzero growth\b", True),
    ("均", r"(?<![人平])均比", r"\b(?:both|each)\b", False),
    ("分别", r"分别[^、，。]*[0-9]", r"\brespectively\b", False),
)


def figures(text: str) -> list[str]:
    """The Arabic numbers of a text, sorted."""
    return sorted(NUMBER.findall(text))


def figures_due(chinese: str) -> list[str]:
    """The Arabic numbers that the English of a Chinese text must have, and no other."""
    named = [figure for words, ordinal in IN_WORDS.items() for figure in figures(ordinal) * chinese.count(words)]
    counted = [str(parse_numeral(item or article)) for item, article in REFERENCE.findall(chinese)]
    return sorted(NUMBER.findall(MONTH.sub("月", chinese)) + named + counted)


def figures_of(english: str, units: Iterable[str]) -> list[str]:
    """The Arabic numbers of an English text without those of the names of units (10,000 t)."""
    for unit in sorted(units, key=len, reverse=True):
        english = english.replace(unit, " ") if NUMBER.search(unit) else english
    return figures(english)


def said_otherwise(chinese: str, english: str) -> Iterator[str]:
    """What one text says of its figures and the other does not: comparators, directions, 均 and 分别."""
    words = TITLE.sub("", chinese)
    for said, in_chinese, in_english, both_ways in SAID:
        here, there = (bool(re.search(pattern, text)) for pattern, text in ((in_chinese, words), (in_english, english)))
        if here and not there:
            yield f"英文没有说“{said}”"
        if there and not here and both_ways:
            yield f"英文说了“{said}”，中文没有说"


def stray_letters(english: str) -> str:
    """Chinese letters and full-width signs that stand outside quotation marks."""
    return "".join(CHINESE.findall(QUOTED.sub("", english)))


def bare_name(name: str) -> str:
    """An English name as it stands in a sentence: small, without what its brackets add."""
    return re.sub(r" ?\([^)]*\)", "", name).lower()
