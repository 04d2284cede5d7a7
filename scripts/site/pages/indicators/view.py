"""What an indicator's page says: what it is, what item 2 sets for the province, and every city's figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.package import Row
from scripts.site.model.checks import Check, foremost
from scripts.site.model.links import Link
from scripts.site.model.media import Medium, medium_of
from scripts.site.model.national import Beside
from scripts.site.model.province import ProvinceTarget
from scripts.site.model.rows import by
from scripts.site.pages.parts.figure_table import FigureColumn, figure_column
from scripts.site.pages.parts.key_projects import projects_shares
from scripts.site.pages.parts.size_chart import size_column
from scripts.site.site import Site
from scripts.site.text.reduction_text import projects_range
from scripts.site.text.texts import OTHER, twin


@dataclass(frozen=True)
class IndicatorView:
    """An indicator's page; `row`: of `indicators`; `other_name`: what it is called in the site's other language.

    `columns`: its quantities, `size`: that which says how large it is; `medium`: what it pollutes, or None;
    `check`: the one that stands for its reconciliation, or None; `nation`: the province beside the nation; `projects`:
    how much of the required reductions the key projects take, or empty; `notes`: what the annex says that its figures
    leave out.
    """

    row: Row
    link: Link
    other_name: str
    medium: Medium | None
    targets: list[ProvinceTarget]
    columns: tuple[FigureColumn, ...]
    size: FigureColumn
    check: Check | None
    nation: Beside
    projects: str
    notes: list[str]

    @property
    def slug(self) -> str:
        """The indicator's identifier."""
        return self.row["indicator"]

    @property
    def shares(self) -> Mapping[str, str]:
        """City → its share of the cities' sum; empty where a sum means nothing."""
        return {figure.city: figure.share for figure in self.size.figures if figure.share}

    @property
    def has_limits(self) -> bool:
        """Are there limits for 2020, which this project derived?"""
        return any(column.quantity == "emissions_2020_limit" for column in self.columns)


def indicator_view(site: Site, row: Row) -> IndicatorView:
    """The view of one indicator."""
    slug = row["indicator"]
    shares = projects_shares(site, slug)
    return IndicatorView(
        row=row,
        link=site.links.indicators[slug],
        other_name=by(site.package.tables["indicators"], "indicator")[slug][twin(OTHER[site.text.language][0], "name")],
        medium=medium_of(site.text, slug),
        targets=site.province.of(slug),
        columns=tuple(figure_column(site, slug, quantity) for quantity in site.figures.quantities(slug)),
        size=size_column(site, slug),
        check=foremost(site.checks[slug]),
        nation=site.national.beside[slug],
        projects=projects_range(site.text, site.links.indicators[slug].title, shares) if shares else "",
        notes=site.figures.notes(slug),
    )
