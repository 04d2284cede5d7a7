"""A site as a host on the web would send it: compressed."""

from __future__ import annotations

import gzip
import io
from functools import cache, partial
from pathlib import Path
from typing import Any

from scripts.serve import Handler, Server

#: what hosts compress; what is compressed already they send as it is
TEXT = frozenset({".html", ".css", ".js", ".json", ".svg", ".csv", ".txt", ".xml", ".map"})


@cache
def sent(path: Path) -> bytes:
    """The body of a response: compressed as hosts do by default."""
    data = path.read_bytes()
    return gzip.compress(data, 6, mtime=0) if path.suffix in TEXT else data


class Compressing(Handler):
    """The site's own server, but for compression."""

    def send_head(self) -> Any:
        """The headers and body of a compressed file; everything else as the site's own server does."""
        target = Path(self.translate_path(self.path))
        target = target / "index.html" if target.is_dir() and self.path.partition("?")[0].endswith("/") else target
        if target.suffix not in TEXT or not target.is_file():
            return super().send_head()
        body = sent(target)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(target)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


class Host(Server):
    """A folder at a free port; `url` is the address of its home page."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.RequestHandlerClass = partial(Compressing, directory=str(folder.resolve()), prefix="/")
