"""All figures of all cities in one table: what its sheet says, in one language and in all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.site.pages.parts.figure_table import FigureColumn, figure_column, noted
from scripts.site.pages.parts.sheet_notes import derivation, scope
from scripts.site.sheet import Cell, Number, Sheet
from scripts.site.site import Site
from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Group:
    """Columns that belong together: the name of their indicator with its annex, and the heading of each."""

    name: str
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Overview:
    """`sheet`: a city a row, its name first; `groups`: the columns after the name, by indicator."""

    sheet: Sheet
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Grid:
    """The table in all languages; in `groups` the names of the cities come first, a column for each language."""

    groups: tuple[Group, ...]
    rows: tuple[tuple[Cell, ...], ...]


def overview(site: Site) -> Overview:
    """Every figure of `city_targets`, the cities in printed order."""
    text, columns = site.text, columns_of(site)
    groups = tuple(
        Group(
            text._("{indicator}（附件 {annex}）", indicator=row["name"], annex=row["annex"]),
            tuple(heading(text, column) for column in columns if column.indicator == row["indicator"]),
        )
        for row in site.tables["indicators"]
    )
    sheet = Sheet(
        address=site.links.sections["cities"].address,
        name=text._("各市目标"),
        title=text._("各市目标（附件 1 至 5），不是完成情况"),
        place=(text._("附件"), text._("附件 1 至 5")),
        notes=tuple(notes(site)),
        headings=(text._("市"), *(told for group in groups for told in group.headings)),
        rows=tuple(
            (link.title, *(cell(column, city) for column in columns)) for city, link in site.links.cities.items()
        ),
    )
    return Overview(sheet, groups)


def columns_of(site: Site) -> list[FigureColumn]:
    """Every quantity of every indicator."""
    return [
        figure_column(site, row["indicator"], quantity)
        for row in site.tables["indicators"]
        for quantity in site.figures.quantities(row["indicator"])
    ]


def heading(text: Texts, column: FigureColumn) -> str:
    """The quantity with its unit; the quantity says where it is derived."""
    return text._("{label}（{unit}）", label=column.label, unit=text.unit(column.unit))


def cell(column: FigureColumn, city: str) -> Cell:
    """A city's figure; nothing where the annexes have none."""
    found = column.cells.get(city)
    return Number(found[0].value) if found else ""


def notes(site: Site) -> Iterator[str]:
    """How the derived figures come about, and what the annexes say that they leave out."""
    if any(figure.formula for series in site.figures.series.values() for figure in series):
        yield derivation(site.text)
    for note, indicators in noted(site).items():
        yield scope(site.text, indicators, note)


def grid(told: Sequence[Overview]) -> Grid:
    """One table out of the same in several languages: each says its headings on lines of its own."""
    names = tuple(Group("", each.sheet.headings[:1]) for each in told)
    alike = zip(*(each.groups for each in told), strict=True)
    rows = zip(*(each.sheet.rows for each in told), strict=True)
    return Grid(
        groups=names + tuple(map(together, alike)),
        rows=tuple((*(row[0] for row in same), *same[0][1:]) for same in rows),
    )


def together(alike: Sequence[Group]) -> Group:
    """The same columns in several languages."""
    headings = zip(*(group.headings for group in alike), strict=True)
    return Group("\n".join(group.name for group in alike), tuple(map("\n".join, headings)))
