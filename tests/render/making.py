"""What is costly, for tests: made when a page asks for it, once in a run."""

from scripts.render.kept import Request, make


class Making(dict[Request, bytes]):
    """request → what is made for it."""

    def __missing__(self, request: Request) -> bytes:
        self[request] = make(request)
        return self[request]


MADE = Making()
