"""What is costly, for tests: made when a page asks for it, once in a run."""

from collections.abc import Iterable
from typing import Any

from scripts.package import Package
from scripts.site.charts.every import figures
from scripts.site.charts.figure import Drawn, drawn
from scripts.site.downloads.workbook import workbook_request
from scripts.site.kept import Request, make
from scripts.site.page import Page, body_request


class Making(dict[Request, bytes]):
    """request → what is made for it."""

    def __missing__(self, request: Request) -> bytes:
        self[request] = make(request)
        return self[request]


MADE = Making()


def written(page: Page) -> str:
    """The Markdown of a page, without its front matter."""
    return MADE[page.body].decode("utf-8")


def filled(template: str, page: str, **context: Any) -> str:
    """A template on the page at that address, filled in."""
    return make(body_request(template, page, **context)).decode("utf-8")


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
