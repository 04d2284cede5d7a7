"""The local server answers as a plain static host does, below any path."""

import re
import socket
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from scripts.serve import HOST, Server, start_server
from tests.conftest import serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "city" / "empty").mkdir(parents=True)
    (tmp_path / "index.html").write_text("首页", encoding="utf-8")
    (tmp_path / "404.html").write_text("没有这一页", encoding="utf-8")
    (tmp_path / "city" / "index.html").write_text("沈阳", encoding="utf-8")
    (tmp_path / "city" / "a.csv").write_text("市\n沈阳\n", encoding="utf-8")
    (tmp_path.parent / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path


def get(server: Server, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
def test_files_are_served_below_the_prefix(folder: Path, prefix: str) -> None:
    with serve(folder, prefix) as server:
        assert server.url == f"http://{HOST}:{server.server_port}{prefix}"
        assert get(server, prefix)[1] == "首页"
        assert get(server, f"{prefix}city/?q=1")[1] == "沈阳"
        response, body = get(server, f"{prefix}city/a.csv")
        assert (response.status, body) == (200, "市\n沈阳\n")
        assert response.getheader("Content-Type") == "text/csv; charset=utf-8"
        assert get(server, f"{prefix}city/a.csv", "HEAD")[1] == ""


def test_folder_without_its_slash_is_redirected(folder: Path) -> None:
    with serve(folder, "/a/b/") as server:
        for path, target in (("/a/b", "/a/b/"), ("/a/b/city?q=1", "/a/b/city/?q=1")):
            response, _ = get(server, path)
            assert (response.status, response.getheader("Location")) == (301, target)


@pytest.mark.parametrize(
    "path",
    ["/", "/index.html", "/a/b/nowhere", "/a/b/city/empty/", "/a/b/../secret.txt", "/a/b/%2e%2e/secret.txt"],
)
def test_everything_else_is_the_sites_own_404(folder: Path, path: str) -> None:
    with serve(folder, "/a/b/") as server:
        response, body = get(server, path)
        assert (response.status, body) == (404, "没有这一页")


#: what a browser never sends: (request, status of the answer, 0 where the line is closed without one)
REQUESTS = [
    (b"GET /" + b"x" * 300 + b" HTTP/1.1", 404),
    (b"GET /" + "城".encode() * 300 + b" HTTP/1.1", 404),
    (b"GET /" + b"x/" * 3000 + b" HTTP/1.1", 404),
    (b"GET /" + b"x" * 70_000 + b" HTTP/1.1", 414),
    (b"GET /%00 HTTP/1.1", 404),
    (b"GET /%ff%fe HTTP/1.1", 404),
    (b"GET /%ed%a0%80 HTTP/1.1", 404),
    (b"GET /..%2f..%2fsecret.txt HTTP/1.1", 404),
    (b"GET //example.org/ HTTP/1.1", 404),
    (b"GET /city%0d%0aLocation:%20x HTTP/1.1", 404),
    (b"GET http://[::1/ HTTP/1.1", 404),
    (b"GET", 400),
    (b"GET / HTTP/9.9", 505),
    (b"PUT / HTTP/1.1", 501),
    (b"\xff\xfe\x00", 400),
]


@pytest.mark.parametrize(("request_line", "status"), REQUESTS, ids=[str(line[:30]) for line, _ in REQUESTS])
def test_what_no_browser_sends_is_answered_without_a_word_on_the_screen(folder, request_line, status, capfd):
    with serve(folder) as server, socket.create_connection((HOST, server.server_port), timeout=5) as line:
        line.sendall(request_line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert re.findall(rb"HTTP/1.[01] (\d+)|Error code: (\d+)", answer)[0] in {
        (b"%d" % status, b""),
        (b"", b"%d" % status),
    }
    assert capfd.readouterr() == ("", "")


def test_next_free_port_is_taken(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with start_server(folder, port) as server:
            assert server.server_port > port
