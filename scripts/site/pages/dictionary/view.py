"""What the dictionary adds to the words of the descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scripts.site.fields import Field
from scripts.site.text.texts import N_, Texts

TYPES = {
    "string": N_("文字 string"),
    "number": N_("小数 decimal"),
    "integer": N_("整数 integer"),
    "year": N_("年份 year"),
    "boolean": N_("真假 boolean"),
}
#: A longer example is cut here.
LONGEST = 60


def foreign_keys(tables: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[str], str, list[str]]]:
    """(table, columns, the table that they name a row of, its columns) of every foreign key."""
    return [
        (table["name"], key["fields"], key["reference"]["resource"], key["reference"]["fields"])
        for table in tables
        for key in table["schema"].get("foreignKeys", [])
    ]


def shortened(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "……"


def unit(text: Texts, field: Field) -> str:
    """The unit of a column in both languages; empty where it has none for the whole column."""
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
