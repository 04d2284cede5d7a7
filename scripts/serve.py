"""Serves the built site on this machine as any plain static host would, under any path."""

import argparse
import errno
import os
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"
PORTS_TO_TRY = 20
# What Python's own table lacks or has from the system only.
KINDS = {
    ".csv": "text/csv",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Handler(SimpleHTTPRequestHandler):
    """Files below `directory` at the addresses below `prefix`; the site's own 404 page for all others."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, prefix: str, **options: Any) -> None:
        self.prefix = prefix  # the base class answers the request in its constructor
        super().__init__(*arguments, **options)

    def send_head(self) -> Any:
        """Answer anything outside the prefix, and any folder without an index, with the 404 page."""
        try:
            path = unquote(urlsplit(self.path).path)
        except ValueError:  # a host that is none
            return self._not_found()
        if path + "/" == self.prefix:
            return self._redirect(self.prefix)
        if not path.startswith(self.prefix):
            return self._not_found()
        # os.path takes a name that no disk can hold for one that is not there; Path raises OSError.
        target = self.translate_path(self.path)
        if os.path.isdir(target) and not path.endswith("/"):  # noqa: PTH112
            return self._redirect(path + "/")
        found = os.path.join(target, "index.html") if os.path.isdir(target) else target  # noqa: PTH112, PTH118
        return super().send_head() if os.path.isfile(found) else self._not_found()  # noqa: PTH113

    def translate_path(self, path: str) -> str:
        """The file of an address: the base class's, with the prefix taken off."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def guess_type(self, path: Any) -> str:
        """The media type by suffix; text is UTF-8, which a browser does not guess."""
        kind = KINDS.get(Path(path).suffix) or super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        """A page just rebuilt must not come from the browser's cache."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: the address is the one thing to read."""

    def _redirect(self, path: str) -> None:
        query = urlsplit(self.path).query
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", quote(path) + ("?" + query if query else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _not_found(self) -> None:
        page = Path(self.directory, "404.html")
        body = page.read_bytes() if page.is_file() else b"404\n"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type("404.html"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """A site on a port of this machine; `url` ends with the prefix. A reader who leaves is no error."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int = 0, prefix: str = "/") -> None:
        """`port` 0 takes a free one. Raises OSError where the port is taken."""
        handler = partial(Handler, directory=str(folder.resolve()), prefix=prefix)
        super().__init__((HOST, port), handler)
        self.url = f"http://{HOST}:{self.server_port}{prefix}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def start_server(folder: Path, port: int, prefix: str = "/") -> Server:
    """A server at `port`, or at the next free one after it. Raises OSError where all are taken."""
    for attempt in range(port, port + PORTS_TO_TRY):
        try:
            return Server(folder, attempt, prefix)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"端口 {port}–{port + PORTS_TO_TRY - 1} 都被占用；请用 PORT=… 另选一个")


def main() -> int:
    """Serve a built site on 127.0.0.1 until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m scripts.serve", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="the built site")
    parser.add_argument("--port", type=int, default=8000, help="the first port to try (default 8000)")
    arguments = parser.parse_args()
    if not (arguments.folder / "index.html").is_file():
        parser.error(f"{arguments.folder}/index.html 不存在：先运行 make site")
    if not 0 <= arguments.port <= 65535 - PORTS_TO_TRY:
        parser.error(f"端口须在 0 到 {65535 - PORTS_TO_TRY} 之间")
    try:
        with start_server(arguments.folder, arguments.port) as server:
            print(f"站点在 {server.url}（按 Ctrl-C 停止）", flush=True)
            server.serve_forever()
    except KeyboardInterrupt:
        print()
    except OSError as error:
        print(f"错误：{error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
