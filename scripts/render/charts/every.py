"""Every chart of the site: what has to be drawn for it, and its downloads."""

from __future__ import annotations

from scripts.package import Package
from scripts.render.charts.city_charts import city_figures
from scripts.render.charts.figure import Figure, drawn, figure_files
from scripts.render.charts.indicator_charts import indicator_figures
from scripts.render.charts.reconciliation_charts import reconciliation_figure
from scripts.render.charts.request import EXPLORE, VEGA
from scripts.render.kept import Made, Request
from scripts.render.views.cities import city_views
from scripts.render.views.indicators import indicator_views


def figures(package: Package) -> list[Figure]:
    """The charts that are drawn at build time."""
    made = [figure for view in city_views(package) for figure in city_figures(view)]
    for view in indicator_views(package):
        made += [*indicator_figures(view), reconciliation_figure(view)]
    return made


def charts_requests(package: Package) -> list[Request]:
    """All that has to be drawn, and the script of the chart that readers draw."""
    return [*(figure.request for figure in figures(package)), EXPLORE, VEGA]


def charts_files(package: Package, made: Made) -> dict[str, bytes]:
    """The downloads of all charts."""
    return figure_files(drawn(figures(package), made))
