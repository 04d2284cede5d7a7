"""What the dictionary adds to the words of the descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scripts.site.fields import Field, fields
from scripts.site.model.links import Link
from scripts.site.pages.parts.data_section import DICTIONARY
from scripts.site.text.texts import N_, Texts

TYPES = {
    "string": N_("文字 string"),
    "number": N_("小数 decimal"),
    "integer": N_("整数 integer"),
    "year": N_("年份 year"),
    "boolean": N_("真假 boolean"),
}
#: (table, columns, the table that they name a row of, its columns) of each foreign key
ForeignKeys = list[tuple[str, list[str], str, list[str]]]
#: A longer example is cut here.
LONGEST = 24


def foreign_keys(tables: Iterable[Mapping[str, Any]]) -> ForeignKeys:
    """The foreign keys of all tables, in order."""
    return [
        (table["name"], key["fields"], key["reference"]["resource"], key["reference"]["fields"])
        for table in tables
        for key in table["schema"].get("foreignKeys", [])
    ]


def named_by(keys: ForeignKeys, table: str, column: str) -> str:
    """The table of which a column alone names a row; empty where it names none."""
    return next((parent for child, columns, parent, _ in keys if (child, columns) == (table, [column])), "")


def table_links(names: Iterable[str]) -> list[Link]:
    """Tables as links to where the page describes them."""
    return [Link(name, f"{DICTIONARY}#{name}") for name in names]


def shortened(text: Texts, value: str) -> str:
    """The beginning of a long value."""
    return value if len(value) <= LONGEST else text._("{beginning}……", beginning=value[:LONGEST])


def with_twins(table: Mapping[str, Any]) -> list[tuple[Field, Field | None]]:
    """Each column with its twin in English, `x` with `x_en`, where it has one, which then has no place of its own."""
    named = {field["name"]: field for field in fields(table)}
    return [
        (field, named.get(f"{name}_en"))
        for name, field in named.items()
        if name.removesuffix("_en") not in named.keys() - {name}
    ]


def unit(text: Texts, field: Field) -> str:
    """The unit of a column, on a Chinese page in both languages; empty where it has none for the whole column."""
    if "unit" not in field:
        return ""
    return text._("单位 {unit} {unit_en}", unit=field["unit"], unit_en=field.get("unit_en", field["unit"]))


def constraints(text: Texts, field: Field) -> Iterator[str]:
    """What every value must satisfy."""
    declared: Mapping[str, Any] = field.get("constraints", {})
    if declared.get("unique"):
        yield text._("不重复")
    if "minimum" in declared:
        yield text._("不小于 {minimum}", minimum=declared["minimum"])
    if "maximum" in declared:
        yield text._("不大于 {maximum}", maximum=declared["maximum"])
    if "pattern" in declared:
        yield text._("格式 {pattern}", pattern=declared["pattern"])
    if "decimals" in field:
        yield text.ngettext("{n} 位小数", field["decimals"])
