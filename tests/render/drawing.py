"""Drawings for tests: made when a page asks for one, once in a run."""

from scripts.render.charts.drawings import make


class Making(dict[str, bytes]):
    """request → what is made for it."""

    def __missing__(self, request: str) -> bytes:
        self[request] = make(request)
        return self[request]


DRAWINGS = Making()
