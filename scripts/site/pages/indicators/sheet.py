"""The table of an indicator's page for a spreadsheet: every city's figures, their sum and the province's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.site.pages.indicators.view import IndicatorView, indicator_view
from scripts.site.pages.parts.figure_table import FigureColumn
from scripts.site.sheet import Cell, Number, Sheet
from scripts.site.site import Site
from scripts.site.text.texts import Texts


def sheets(site: Site) -> Iterator[Sheet]:
    """The sheet of every indicator."""
    for row in site.tables["indicators"]:
        yield _sheet(site, indicator_view(site, row))


def _sheet(site: Site, view: IndicatorView) -> Sheet:
    text, name = site.text, view.link.title
    shares = (text._("占各市之和（%）"),) if view.shares else ()
    return Sheet(
        address=view.link.address,
        name=name,
        title=text._("各市{indicator}（附件 {annex}）", indicator=name, annex=view.row["annex"]),
        place=(text._("附件"), _annex(text, view)),
        notes=tuple(_notes(text, view)),
        headings=(text._("市"), *map(partial(_heading, text), view.columns), *shares),
        rows=tuple(_row(view, city, link.title) for city, link in site.links.cities.items()),
        sums=tuple(_sums(text, view)),
    )


def _annex(text: Texts, view: IndicatorView) -> str:
    if not view.notes:
        return text._("附件 {annex}", annex=view.row["annex"])
    return text._("附件 {annex}，自注：{note}", annex=view.row["annex"], note=text.clauses(view.notes))


def _notes(text: Texts, view: IndicatorView) -> Iterator[str]:
    if view.has_limits:
        yield text._(
            "2020 年排放上限和应减排量没有印在附件里，由本站推算：上限是 2015 年排放量 ×（1 − 下降比例），"
            "四舍五入到 0.01 吨；应减排量是 2015 年排放量减去上限。每个市的算式在它自己的页上。"
        )
    if view.notes:
        yield text._(
            "由排放量算出的上限和应减排量也是附件自注的范围，同全省的数不是一个范围；重点工程减排量是不是，附件没有说（推断：是）。"
        )
    if view.shares:
        yield text._("“占各市之和”由本站算出，按“{quantity}”计。", quantity=view.size.label)


def _heading(text: Texts, column: FigureColumn) -> str:
    return text._("{label}（{unit}）", label=column.label, unit=text.unit(column.unit))


def _row(view: IndicatorView, city: str, name: str) -> tuple[Cell, ...]:
    figures = (column.cells.get(city) for column in view.columns)
    share = view.shares.get(city, "")
    own = (Number(share) if share else "",) if view.shares else ()
    return name, *(Number(found[0].value) if found else "" for found in figures), *own


def _sums(text: Texts, view: IndicatorView) -> Iterator[tuple[Cell, ...]]:
    blank = ("",) if view.shares else ()
    if view.shares:
        yield text._("各市之和"), *(Number(column.sum) if column.sum else "" for column in view.columns), *blank
    province = text._("全省（第二条，口径不同）") if view.notes else text._("全省（第二条）")
    yield province, *map(_beside, view.columns), *blank


def _beside(column: FigureColumn) -> Cell:
    """The province's figure; words where its unit is another than the column's, so that nobody reckons with it."""
    if column.province is None:
        return ""
    return Number(column.province.value) if column.province.unit == column.unit else column.province.figure
