"""A chart with all that goes with it: its finding in a sentence, its words for those who can't see it, its files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import altair as alt
from markupsafe import Markup

from scripts.package import rows_to_csv
from scripts.render.charts.svg import inline, standalone

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
    """A chart on a page; `identifier` names its files and begins its ids; `rows` are its figures as printed."""

    identifier: str
    caption: Caption
    specification: str
    rows: tuple[dict[str, str], ...]

    @property
    def svg(self) -> Markup:
        """The picture for the page."""
        return inline(self.specification, self.identifier, self.caption.title, self.caption.description)

    @property
    def downloads(self) -> list[tuple[str, str]]:
        """(name of the format, site path) of each file."""
        return [(name, f"{FOLDER}{self.identifier}.{suffix}") for name, suffix in FORMATS.items()]


def specification(chart: alt.LayerChart) -> str:
    """The chart as Vega-Lite JSON, the same text for the same chart."""
    return json.dumps(chart.to_dict(validate=False), ensure_ascii=False, indent=1, sort_keys=True)


def figure_files(figures: Iterable[Figure]) -> dict[str, bytes]:
    """Site path → bytes of every download of the figures; raises KeyError where their rows differ in columns."""
    files: dict[str, bytes] = {}
    for figure in figures:
        stem = FOLDER + figure.identifier
        picture = standalone(figure.specification, figure.caption.title, figure.caption.description)
        files[f"{stem}.svg"] = picture
        files[f"{stem}.csv"] = rows_to_csv(list(figure.rows[0]), list(figure.rows))
        files[f"{stem}.vl.json"] = (figure.specification + "\n").encode("utf-8")
    return files
