"""The charts of an indicator's page: how large it is in each city, from where to where it has to go."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.findings import spread
from scripts.site.charts.tags import tag
from scripts.site.model.figures import CityFigure, ranked
from scripts.site.pages.indicators.view import IndicatorView
from scripts.site.pages.parts.size_chart import size_chart
from scripts.site.site import Site
from scripts.site.text.chart_label import tonnes
from scripts.site.text.reduction_text import projects_label, projects_part
from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Path:
    """A city's emissions of 2015, its limit for 2020, the percentage and tonnes between the two, the key projects'."""

    start: CityFigure
    end: CityFigure
    cut: CityFigure
    required: CityFigure
    projects: CityFigure

    @property
    def figures(self) -> tuple[CityFigure, ...]:
        """All of them, in the order in which a reader asks."""
        return self.start, self.end, self.cut, self.required, self.projects


def charts(site: Site, view: IndicatorView) -> tuple[Chart, ...]:
    """The charts of an indicator's page, in order."""
    sizes = size_chart(site, view.slug, f"indicators-{view.slug}-sizes")
    return (sizes, limits(site, view)) if view.has_limits else (sizes,)


def limits(site: Site, view: IndicatorView) -> Chart:
    """Bullets: the emissions of 2015, the limit for 2020 as a mark, and the key projects' part of the way."""
    text, paths = site.text, paths_of(site, view.slug)
    return Chart(
        identifier=f"indicators-{view.slug}-limits",
        title=text._("各市{indicator}：从 2015 年排放量到 2020 年上限", indicator=view.link.title),
        finding=finding(text, view, spread(text, site.figures.of(view.slug, "reduction_pct"))),
        inference=text._("推断：重点工程减排量也是这个范围。") if view.notes else "",
        tag=tag(text, (figure.quantity for figure in paths[0].figures)),
        description=text._(
            "子弹图，每市一条，长是 2015 年排放量，竖线是 2020 年上限，深色的一段是重点工程减排量；"
            "上限和应减排量由本站推算：{each}。",
            each=text.clauses(path_words(text, path) for path in paths),
        ),
        drawing=draw(
            site.cache,
            "bullet",
            bullets(text, paths),
            axis_title=text._("一年的排放量（吨）"),
            whole=text._("2015 年排放量"),
            mark=text._("2020 年上限（推算）"),
            part=text._("重点工程减排量"),
            cut_title=text._("应减"),
            share_title=text._("重点工程"),
            language=text.language,
        ),
        rows=tuple(figure.row for path in paths for figure in path.figures),
    )


def finding(text: Texts, view: IndicatorView, told: str) -> str:
    """How the percentages are spread, what the key projects take, and what the annex says it leaves out."""
    return text.sentences(
        [
            text._("到 2020 年要下降的比例：{told}。", told=told),
            text._("重点工程减排量占应减排量的比例：{range}。", range=view.projects) if view.projects else "",
            *(text._("附件自注“{note}”。", note=note) for note in view.notes),
        ]
    )


def paths_of(site: Site, indicator: str) -> list[Path]:
    """Every city's, the largest emissions first; raises KeyError where a city lacks one of the five."""
    others = [
        {figure.city: figure for figure in site.figures.of(indicator, quantity)}
        for quantity in ("emissions_2020_limit", "reduction_pct", "required_reduction", "key_project_reduction")
    ]
    starts = ranked(site.figures.of(indicator, "emissions_2015"))
    return [Path(start, *(figures[start.city] for figures in others)) for start in starts]


def bullets(text: Texts, paths: list[Path]) -> Columns:
    """One row for each city."""
    return {
        "label": [path.start.name for path in paths],
        "whole": [float(path.start.value) for path in paths],
        "mark": [float(path.end.value) for path in paths],
        "rest": [float(max(path.start.number - path.projects.number, Decimal(0))) for path in paths],
        "cut": tonnes(text, [path.required.value for path in paths]),
        "share": [projects_label(text, path.required.number, path.projects.value) for path in paths],
    }


def path_words(text: Texts, path: Path) -> str:
    """One bullet in words."""
    return text._(
        "{name}从 {start}到 {end}，降 {cut}，应减 {required}，{part}",
        name=path.start.name,
        start=path.start.amount,
        end=path.end.amount,
        cut=path.cut.amount,
        required=path.required.amount,
        part=projects_part(text, path.required.number, path.projects.value),
    )
