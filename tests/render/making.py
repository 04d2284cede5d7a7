"""What is costly, for tests: made when a page asks for it, once in a run."""

from collections.abc import Iterable

from scripts.package import Package
from scripts.render.charts.every import figures
from scripts.render.charts.figure import Drawn, drawn
from scripts.render.downloads.workbook import workbook_request
from scripts.render.kept import Request, make


class Making(dict[Request, bytes]):
    """request → what is made for it."""

    def __missing__(self, request: Request) -> bytes:
        self[request] = make(request)
        return self[request]


MADE = Making()


class Charts(dict[str, list[Drawn]]):
    """page → its charts."""

    def __init__(self, package: Package) -> None:
        super().__init__()
        self.figures = figures(package)

    def __missing__(self, address: str) -> list[Drawn]:
        self[address] = drawn(self.figures[address], MADE)
        return self[address]


def all_charts(package: Package) -> Iterable[Drawn]:
    """The charts of every page."""
    charts = Charts(package)
    return [chart for address in charts.figures for chart in charts[address]]


def workbook(package: Package) -> bytes:
    """The XLSX."""
    return MADE[workbook_request(package)]
