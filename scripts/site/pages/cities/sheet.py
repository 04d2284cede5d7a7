"""The figures of a city's page for a spreadsheet: one line each, with all that the page says of it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.model.figures import CityFigure
from scripts.site.pages.cities.view import CityView, Group, city_view
from scripts.site.pages.parts.sheet_notes import derivation, scope
from scripts.site.sheet import Cell, Number, Sheet
from scripts.site.site import Site
from scripts.site.text.texts import Texts


def sheets(site: Site) -> Iterator[Sheet]:
    """The sheet of every city."""
    bases = site.labels("city_targets", "basis")
    for city in site.links.cities:
        yield _sheet(site.text, city_view(site, city), bases)


def _sheet(text: Texts, view: CityView, bases: dict[str, str]) -> Sheet:
    return Sheet(
        address=view.link.address,
        name=view.link.title,
        title=text._("{city}的目标，并列全省的目标", city=view.link.title),
        place=(text._("附件"), text._("附件 1 至 5，{name}一行", name=view.name)),
        notes=tuple(_notes(text, view)),
        headings=(
            *(text.pgettext("of a figure", "指标"), text._("项目"), view.link.title, text._("单位")),
            *(text._("全省（第二条）"), text._("全省的单位")),
            text.ngettext("在 {n} 个市中", view.cities),
            *(text._("占各市之和（%）"), text._("印出或推算"), text._("附件"), text._("说明")),
        ),
        rows=tuple(_row(text, group, figure, bases) for group in view.groups for figure in group.figures),
    )


def _notes(text: Texts, view: CityView) -> Iterator[str]:
    if view.derived:
        yield derivation(text)
    for note in view.notes:
        yield scope(text, note.indicators, note.words)


def _row(text: Texts, group: Group, figure: CityFigure, bases: dict[str, str]) -> tuple[Cell, ...]:
    target = figure.province
    annex = text._("附件 {annex}", annex=group.annex)
    if group.note:
        annex = text._("附件 {annex}，自注：{note}", annex=group.annex, note=group.note)
    told = [figure.formula] if figure.formula else []
    told += [group.part] if figure.quantity == "required_reduction" else []
    told += [text._("全省的口径不同")] if target and not figure.same_scope else []
    return (
        *(group.link.title, figure.label, Number(figure.value), text.unit(figure.unit)),
        *((Number(target.value), text.unit(target.unit)) if target else ("", "")),
        figure.rank.words,
        Number(figure.share) if figure.share else "",
        *(bases[figure.basis], annex, text.clauses(told)),
    )
