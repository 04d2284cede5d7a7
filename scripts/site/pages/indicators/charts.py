"""The charts of an indicator's page: how large it is in each city, and from where to where it has to go."""

from __future__ import annotations

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.findings import spread
from scripts.site.charts.tags import tag
from scripts.site.model.figures import CityFigure, ranked
from scripts.site.pages.indicators.view import IndicatorView
from scripts.site.pages.parts.size_chart import size_chart
from scripts.site.site import Site
from scripts.site.text.texts import Texts

#: a city's emissions of 2015, its limit for 2020 and the percentage between the two
Path = tuple[CityFigure, CityFigure, CityFigure]


def charts(site: Site, view: IndicatorView) -> tuple[Chart, ...]:
    """The charts of an indicator's page, in order."""
    sizes = size_chart(site, view.slug, f"indicators-{view.slug}-sizes")
    return (sizes, limits(site, view)) if view.has_limits else (sizes,)


def limits(site: Site, view: IndicatorView) -> Chart:
    """Dumbbells from the emissions of 2015 to the limit for 2020."""
    text, paths = site.text, paths_of(site, view.slug)
    return Chart(
        identifier=f"indicators-{view.slug}-limits",
        title=text._("各市{indicator}：从 2015 年排放量到 2020 年上限", indicator=view.link.title),
        finding=text._(
            "到 2020 年要下降的比例：{told}。", told=spread(text, site.figures.of(view.slug, "reduction_pct"))
        ),
        tag=tag(text, (figure.quantity for figure in paths[0])),
        description=text._(
            "哑铃图，每市两点，2020 年上限由本站推算：{each}。",
            each=text.clauses(path_words(text, path) for path in paths),
        ),
        drawing=draw(
            site.cache,
            "dumbbell",
            dots(paths),
            axis_title=text._("一年的排放量（吨）"),
            start=text._("2015 年排放量"),
            end=text._("2020 年上限（推算）"),
            aside_title=text._("下降"),
            language=text.language,
        ),
        rows=tuple(figure.row for path in paths for figure in path),
    )


def paths_of(site: Site, indicator: str) -> list[Path]:
    """Every city's, the largest emissions first; raises KeyError where a city lacks one of the three."""
    ends, cuts = (
        {figure.city: figure for figure in site.figures.of(indicator, quantity)}
        for quantity in ("emissions_2020_limit", "reduction_pct")
    )
    return [
        (start, ends[start.city], cuts[start.city]) for start in ranked(site.figures.of(indicator, "emissions_2015"))
    ]


def dots(paths: list[Path]) -> Columns:
    """One row for each city."""
    return {
        "label": [start.name for start, _, _ in paths],
        "start": [float(start.value) for start, _, _ in paths],
        "end": [float(end.value) for _, end, _ in paths],
        "aside": [cut.amount for _, _, cut in paths],
    }


def path_words(text: Texts, path: Path) -> str:
    """One dumbbell in words."""
    start, end, cut = path
    places = {"start": start.amount, "end": end.amount, "cut": cut.amount}
    return text._("{name}从 {start}到 {end}，降 {cut}", name=start.name, **places)
