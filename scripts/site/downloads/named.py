"""A table as people read it: beside each key of another table, what that table calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.site.fields import Field, fields, resource_of
from scripts.site.model.rows import Rows
from scripts.site.site import Site
from scripts.site.text.texts import twin

#: the column that says what a row is called
NAME = "name"


@dataclass(frozen=True)
class Named:
    """A table with the names; `added`: those of its `columns` that the package does not have."""

    columns: tuple[Field, ...]
    added: tuple[str, ...]
    rows: Rows


def named_table(site: Site, resource: Mapping[str, Any]) -> Named:
    """After each column that points at a table with names, a column with the name that it has there, in Chinese."""
    columns, names = fields(resource), dict(names_of(site, resource))
    rows = tuple(
        {**row} | {name_column(key): names[key][row[key]] if row[key] else "" for key in names}
        for row in site.package.tables[resource["name"]]
    )
    with_names = [[field, *([added(site, field)] if field["name"] in names else [])] for field in columns]
    told = tuple(field for group in with_names for field in group)
    return Named(told, tuple(map(name_column, names)), rows)


def names_of(site: Site, resource: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """(column, its values → their names) of each column that has to have a name beside it."""
    own = {field["name"] for field in fields(resource)}
    for column, parent, key in parents(resource):
        named = NAME in {field["name"] for field in fields(resource_of(site.package.descriptor, parent))}
        if named and parent != resource["name"] and name_column(column) not in own:
            yield column, {row[key]: row[NAME] for row in site.package.tables[parent]}


def parents(resource: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(column, the table that it points at, the column there) of each foreign key of one column."""
    for foreign in resource["schema"].get("foreignKeys", []):
        if len(foreign["fields"]) == 1:
            yield foreign["fields"][0], foreign["reference"]["resource"], foreign["reference"]["fields"][0]


def name_column(column: str) -> str:
    """What the column is called that names what a key points at: city → city_name."""
    return f"{column}_{NAME}"


def added(site: Site, field: Field) -> Field:
    """The column of names as the descriptor would describe it in the site's language; empty where the key is."""
    text, language = site.text, site.text.language
    told = {key: words for key, words in field.items() if key in ("empty", twin(language, "empty"))}
    return told | {
        "name": name_column(field["name"]),
        "type": "string",
        twin(language, "title"): text._("{title}的名称", title=site.told(field, "title")),
        twin(language, "description"): text._(
            "{column} 的中文名称。只是这个文件为了好读加上的，CSV 里没有这一列。", column=field["name"]
        ),
    }
