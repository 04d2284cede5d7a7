"""Every chart of the site, by the address of the page it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scripts.package import Package
from scripts.site import addresses
from scripts.site.charts.city_charts import city_figures
from scripts.site.charts.figure import Drawn, Figure
from scripts.site.charts.indicator_charts import indicator_figures
from scripts.site.charts.reconciliation_charts import reconciliation_figure
from scripts.site.views.cities import city_views
from scripts.site.views.indicators import indicator_views

#: page → its charts, in the order in which they stand there
Charts = Mapping[str, Sequence[Drawn]]


def figures(package: Package) -> dict[str, tuple[Figure, ...]]:
    """Page → what is to be drawn for it; of the public check one for each indicator."""
    indicators = indicator_views(package)
    return {
        **{view.link.address: city_figures(view) for view in city_views(package)},
        **{view.link.address: indicator_figures(view) for view in indicators},
        addresses.RECONCILIATION: tuple(reconciliation_figure(view) for view in indicators),
    }
