"""The host of the figures compresses text and nothing else."""

import gzip
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

from tests.bench.host import Host


def test_text_is_compressed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>" + "字" * 500, "utf-8")
    (tmp_path / "a.zip").write_bytes(b"PK")
    with Host(tmp_path) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        with urlopen(Request(host.url, headers={"Accept-Encoding": "gzip"})) as page:
            body = page.read()
            assert page.headers["Content-Encoding"] == "gzip"
            assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        with urlopen(host.url + "a.zip") as file:
            assert file.read() == b"PK"
            assert file.headers["Content-Encoding"] is None
        host.shutdown()
    assert gzip.decompress(body) == (tmp_path / "index.html").read_bytes()
    assert len(body) < 200
