"""A chart with all that goes with it: its finding in a sentence, its words for those who can't see it, its files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import rows_to_csv
from scripts.site.charts.svg import Drawing, inline, standalone
from scripts.site.kept import Made, Request

FOLDER = "charts/"
FORMATS = {"SVG": "svg", "CSV": "csv", "Vega-Lite JSON": "vl.json"}


@dataclass(frozen=True)
class Caption:
    """What is said of a chart: `title` names it, `finding` says what it shows, `description` tells its figures."""

    title: str
    finding: str
    description: str


@dataclass(frozen=True)
class Figure:
    """A chart to be drawn; `identifier` names its files and begins its ids; `rows` are its figures as printed."""

    identifier: str
    caption: Caption
    request: Request
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Drawn:
    """A figure with its drawing."""

    figure: Figure
    drawing: Drawing

    @property
    def caption(self) -> Caption:
        """What is said of it."""
        return self.figure.caption

    @property
    def svg(self) -> Markup:
        """The picture for the page."""
        return inline(self.drawing, self.figure.identifier, self.caption.title, self.caption.description)

    @property
    def downloads(self) -> list[tuple[str, str]]:
        """(name of the format, site path) of each file."""
        return [(name, f"{FOLDER}{self.figure.identifier}.{suffix}") for name, suffix in FORMATS.items()]


def drawn(figures: Iterable[Figure], made: Made) -> list[Drawn]:
    """Figures with what was made for their requests; raises KeyError where nothing was."""
    return [Drawn(figure, Drawing(**json.loads(made[figure.request]))) for figure in figures]


def figure_files(charts: Iterable[Drawn]) -> dict[str, bytes]:
    """Site path → bytes of every download of the charts; raises KeyError where their rows differ in columns."""
    files: dict[str, bytes] = {}
    for chart in charts:
        stem = FOLDER + chart.figure.identifier
        rows = list(chart.figure.rows)
        files[f"{stem}.svg"] = standalone(chart.drawing, chart.caption.title, chart.caption.description)
        files[f"{stem}.csv"] = rows_to_csv(list(rows[0]), rows)
        files[f"{stem}.vl.json"] = (chart.drawing.specification + "\n").encode("utf-8")
    return files
