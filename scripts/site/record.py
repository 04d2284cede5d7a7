"""What the data of a single page hold: facts, the passages they rest on, and the way to the neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.package import Row
from scripts.site import addresses
from scripts.site.fields import fields, resource_of, typed
from scripts.site.model.links import Link, Linked, around
from scripts.site.model.rows import Rows, span
from scripts.site.site import Site

#: The columns that `passages` stand for.
PLACE = ("source_start", "source_end")


@dataclass(frozen=True)
class Passage:
    """Words of the source: `of` names the row that rests on them, as resource/key."""

    of: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Neighbour:
    """Another thing that this one leads to: `address` is a site path."""

    rel: str
    title: str
    address: str


@dataclass(frozen=True)
class Record:
    """The data of the page at the site path `address`; `rows` are those of its CSV, if it has one.

    `sheet`: is the page's table there as an XLSX, too?
    """

    kind: str
    id: str
    address: str
    title: str
    facts: Mapping[str, Any]
    passages: tuple[Passage, ...]
    links: tuple[Neighbour, ...]
    rows: Rows = ()
    sheet: bool = False


def shown(site: Site, resource: str, rows: Iterable[Row], *left_out: str) -> list[dict[str, Any]]:
    """Rows as JSON has them, without the columns left out."""
    columns = fields(resource_of(site.package.descriptor, resource))
    kept = [field for field in columns if field["name"] not in left_out]
    return [typed(kept, row) for row in rows]


def passages(site: Site, resource: str, key: tuple[str, ...], rows: Iterable[Row]) -> tuple[Passage, ...]:
    """The passage of each row that has one; quotes are without white space, as everywhere in the data."""
    found = []
    for row in rows:
        if row["source_start"]:
            start, end = span(row)
            name = "/".join([resource, *(row[column] for column in key)])
            found.append(Passage(name, start, end, "".join(site.package.text[start:end].split())))
    return tuple(found)


def neighbour(rel: str, link: Link) -> Neighbour:
    """The data of another page."""
    return Neighbour(rel, link.title, addresses.data_file(link.address, "json"))


def beside(linked: Linked, identifier: str) -> Iterator[Neighbour]:
    """The data of the pages before and after one."""
    for rel, link in zip(("previous", "next"), around(linked, identifier), strict=True):
        if link:
            yield neighbour(rel, link)
