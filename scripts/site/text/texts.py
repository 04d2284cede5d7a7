"""One language's texts: messages looked up in its catalog, places filled by name, lists and numbers as it writes them.

The Chinese message is its own key (gettext's way), so that code and templates read as the page does. A message is
a whole sentence or label; `{name}` is a place in it. What Babel's tools extract is named in KEYWORDS.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter
from typing import Any

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

#: function → which of its arguments are messages, as Babel's extraction wants it; ngettext has one for all numbers.
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 1), "pgettext": ((1, "c"), 2)}
SPACE = "\u00a0"
#: between the digits of a whole number, every third from the right
THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
#: a small letter with which words begin
SMALL = re.compile(r"^[a-z]")
#: the capital with which a name begins, by itself or in a list; an abbreviation has two
CAPITALS = re.compile(r"(?:^|(?<=, )|(?<= and ))[A-Z](?=[a-z])")
CHINESE = "zh-CN"
ENGLISH = "en"
#: a language of the site → the other one, and what that one calls itself
OTHER = {CHINESE: (ENGLISH, "English"), ENGLISH: (CHINESE, "中文")}
#: the English catalog; `make catalog` brings it up to date
PO = Path(__file__).with_name("en.po")


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for a message that is looked up later)
    """The message itself: marks it for extraction where a table holds it."""
    return message


#: a unit as printed in the plan → its name alone
UNITS = {
    "%": N_("%"),
    "百分点": N_("百分点"),
    "万吨": N_("万吨"),
    "万吨标准煤": N_("万吨标准煤"),
    "吨": N_("吨"),
    "个": N_("个"),
}
#: a unit as printed in the plan → how a number stands with it
QUANTITIES = {
    "%": N_("{number}%"),
    "百分点": N_("{number} 个百分点"),
    "万吨": N_("{number} 万吨"),
    "万吨标准煤": N_("{number} 万吨标准煤"),
    "吨": N_("{number} 吨"),
    "个": N_("{number} 个"),
}


class PlaceFormatter(Formatter):
    """Fills places; `{name!l}` lets a name begin with a small letter, and each of a list: within a sentence.

    `{told!u}` lets what fills it begin with a capital: at the beginning of one.
    """

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion == "l":
            return CAPITALS.sub(lambda match: match[0].lower(), str(value))
        if conversion == "u":
            return SMALL.sub(lambda match: match[0].upper(), str(value))
        return super().convert_field(value, conversion)


FORMATTER = PlaceFormatter()


@dataclass(frozen=True)
class Texts:
    """The texts of one language; `language` is an IETF tag. All results are plain text."""

    language: str = CHINESE
    translations: NullTranslations = field(default_factory=NullTranslations)

    @cached_property
    def locale(self) -> Locale:
        """What Babel knows of the language; English is written as in Britain."""
        return Locale.parse({ENGLISH: "en-GB"}.get(self.language, self.language), sep="-")

    def _(self, message: str, **places: object) -> str:
        """The message in this language, its places filled; raises KeyError where one is not given."""
        return FORMATTER.format(self.translations.gettext(message), **places)

    def pgettext(self, context: str, message: str, **places: object) -> str:
        """The same, for a message that needs more than one translation; `context` tells them apart."""
        return FORMATTER.format(self.translations.pgettext(context, message), **places)

    def ngettext(self, message: str, n: int, **places: object) -> str:
        """The same, in the form that the number `n` (a place, too) asks for."""
        return FORMATTER.format(self.translations.ngettext(message, message, n), n=n, **places)

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other: 沈阳、大连 as the plan lists them; Shenyang, Dalian and Anshan."""
        names = list(names)
        return "、".join(names) if self.locale.language == "zh" else format_list(names, locale=self.locale)

    def clauses(self, parts: Iterable[str]) -> str:
        """Whole clauses in one sentence."""
        return self.pgettext("between clauses", "；").join(parts)

    def points(self, parts: Iterable[str]) -> str:
        """Short points in one clause."""
        return self.pgettext("between points", "，").join(parts)

    def sentences(self, told: Iterable[str]) -> str:
        """Whole sentences one after the other; empty ones are left out."""
        return self.gap.join(sentence for sentence in told if sentence)

    @property
    def gap(self) -> str:
        """What stands between two sentences."""
        return "" if self.locale.language == "zh" else " "

    def together(self, words: str) -> str:
        """A few words on one line; where a language needs many for the same, only amounts keep to their units."""
        return words.replace(" ", SPACE) if self.locale.language == "zh" else words

    @property
    def counts_by_ten_thousands(self) -> bool:
        """Are large amounts told in 万, as in Chinese?"""
        return self.locale.language == "zh"

    def number(self, value: str) -> str:
        """A decimal with the digits that the package holds; thousands apart where the language does so."""
        whole, point, rest = value.replace("-", "−").partition(".")
        return whole + point + rest if self.locale.language == "zh" else THOUSANDS.sub(",", whole) + point + rest

    def unit(self, unit: str) -> str:
        """The name of a unit; raises KeyError for one that the plan does not print."""
        return self._(UNITS[unit])

    def quantity(self, value: str, unit: str) -> str:
        """A number with its unit on one line: 13.4%, 5 个百分点; empty for an empty number.

        Raises KeyError for a unit that the plan does not print.
        """
        return self._(QUANTITIES[unit], number=self.number(value)).replace(" ", SPACE) if value else ""


def texts_of(language: str, po: bytes) -> Texts:
    """The texts of a language out of its catalog (a PO file); raises PoFileError for a file that is none."""
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po), locale=language.replace("-", "_"), abort_invalid=True))
    compiled.seek(0)
    return Texts(language, GNUTranslations(compiled))


def english() -> Texts:
    """The English texts; raises OSError where there is no catalog."""
    return texts_of(ENGLISH, PO.read_bytes())


def twin(language: str, key: str) -> str:
    """The column or property that says the same as `key` in a language: title, title_en."""
    return key if language == CHINESE else f"{key}_{language}"
