"""A chart with all that goes with it: its finding in a sentence, its words for those who can't see it, its files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from scripts.package import rows_to_csv
from scripts.site.charts.drawing import Drawing
from scripts.site.charts.svg import inline, standalone

FOLDER = "charts/"
FORMATS = {"SVG": "svg", "CSV": "csv", "Vega-Lite JSON": "vl.json"}


@dataclass(frozen=True)
class Chart:
    """`identifier` names its files and begins its ids; `rows` are its figures as printed.

    `title` names it, `finding` says what it shows, `tag` what its figures are, `description` tells them.
    `inference`: what goes beyond the plan's words, set apart after the finding; `pictured`: is there more to see
    than the finding says? If not, a page has the sentence alone, and the picture can be downloaded.
    """

    identifier: str
    title: str
    finding: str
    tag: str
    description: str
    drawing: Drawing
    rows: tuple[dict[str, str], ...]
    inference: str = ""
    pictured: bool = True

    @property
    def svg(self) -> Markup:
        """The picture for the page."""
        return inline(self.drawing.svg, self.identifier, self.title, self.description)

    @property
    def downloads(self) -> list[tuple[str, str]]:
        """(name of the format, site path) of each file."""
        return [(name, f"{FOLDER}{self.identifier}.{suffix}") for name, suffix in FORMATS.items()]


def chart_files(charts: Iterable[Chart]) -> dict[str, bytes]:
    """Site path → bytes of every download of the charts; raises KeyError where their rows differ in columns."""
    files: dict[str, bytes] = {}
    for chart in charts:
        stem = FOLDER + chart.identifier
        rows = list(chart.rows)
        files[f"{stem}.svg"] = standalone(chart.drawing.svg, chart.title, chart.description)
        files[f"{stem}.csv"] = rows_to_csv(list(rows[0]), rows)
        files[f"{stem}.vl.json"] = (chart.drawing.specification + "\n").encode("utf-8")
    return files
