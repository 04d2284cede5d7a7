"""The data dictionary, out of datapackage.json alone: every table, every column, and how tables join."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.site.fields import Field, fields, is_required, tables

TYPES = {
    "string": ("文字", "string"),
    "number": ("小数", "decimal"),
    "integer": ("整数", "integer"),
    "year": ("年份", "year"),
    "boolean": ("真假", "boolean"),
}
#: A longer example is cut here.
LONGEST = 60


@dataclass(frozen=True)
class Category:
    """A value of a closed vocabulary."""

    value: str
    label: str
    label_en: str


@dataclass(frozen=True)
class Words:
    """The same in Chinese and English."""

    zh: str
    en: str


@dataclass(frozen=True)
class Column:
    """A column; `empty` is None where every row has a value, `unit` where it has none for the whole column.

    `parts` is its name cut at the underscores, where a line may break.
    """

    name: str
    parts: tuple[str, ...]
    title: Words
    description: Words
    kind: Words
    unit: Words | None
    constraints: tuple[Words, ...]
    categories: tuple[Category, ...]
    empty: Words | None
    example: str
    is_key: bool
    refers: Join | None


@dataclass(frozen=True)
class Join:
    """A foreign key: columns `columns` of `table` name a row of `parent` by `parent_columns`."""

    table: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table; `joins` leave it, `joined` lead to it."""

    name: str
    path: str
    title: Words
    description: Words
    order: Words
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    joins: tuple[Join, ...]
    joined: tuple[Join, ...]


def shortened(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "……"


def constraints_of(field: Field) -> Iterator[Words]:
    """What every value must satisfy, in words."""
    declared: Mapping[str, Any] = field.get("constraints", {})
    if declared.get("unique"):
        yield Words("不重复", "unique")
    if "minimum" in declared:
        yield Words(f"不小于 {declared['minimum']}", f"at least {declared['minimum']}")
    if "maximum" in declared:
        yield Words(f"不大于 {declared['maximum']}", f"at most {declared['maximum']}")
    if "pattern" in declared:
        yield Words(f"格式 {declared['pattern']}", f"pattern {declared['pattern']}")
    if "decimals" in field:
        yield Words(f"{field['decimals']} 位小数", f"{field['decimals']} decimals")


def joins_of(resource: Mapping[str, Any]) -> tuple[Join, ...]:
    """The foreign keys of a table."""
    return tuple(
        Join(
            table=resource["name"],
            columns=tuple(key["fields"]),
            parent=key["reference"]["resource"],
            parent_columns=tuple(key["reference"]["fields"]),
        )
        for key in resource["schema"].get("foreignKeys", [])
    )


def column_of(field: Field, key: tuple[str, ...], joins: tuple[Join, ...]) -> Column:
    """A column as the page shows it."""
    name = field["name"]
    return Column(
        name=name,
        parts=tuple(name.split("_")),
        title=Words(field["title"], field["title_en"]),
        description=Words(field["description"], field["description_en"]),
        kind=Words(*TYPES[field["type"]]),
        unit=Words(field["unit"], field.get("unit_en", field["unit"])) if "unit" in field else None,
        constraints=tuple(constraints_of(field)),
        categories=tuple(
            Category(each["value"], each["label"], each["label_en"]) for each in field.get("categories", [])
        ),
        empty=None if is_required(field) else Words(field["empty"], field["empty_en"]),
        example=shortened(field["example"]),
        is_key=name in key,
        refers=next((join for join in joins if join.columns == (name,)), None),
    )


def table_of(resource: Mapping[str, Any], joins: tuple[Join, ...]) -> Table:
    """A table as the page shows it; `joins` are those of the whole package."""
    name, key = resource["name"], tuple(resource["schema"]["primaryKey"])
    own = tuple(join for join in joins if join.table == name)
    return Table(
        name=name,
        path=resource["path"],
        title=Words(resource["title"], resource["title_en"]),
        description=Words(resource["description"], resource["description_en"]),
        order=Words(resource["order"], resource["order_en"]),
        key=key,
        columns=tuple(column_of(field, key, own) for field in fields(resource)),
        joins=own,
        joined=tuple(join for join in joins if join.parent == name),
    )


def dictionary(descriptor: Mapping[str, Any]) -> tuple[Table, ...]:
    """Every table of the package; raises KeyError where a column lacks its description in a language."""
    listed = list(tables(descriptor))
    joins = tuple(join for resource in listed for join in joins_of(resource))
    return tuple(table_of(resource, joins) for resource in listed)
