"""The configurations of docs/mirror.md do what that page says, in the servers themselves."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

PAGE = "docs/mirror.md"
PACKAGES = {"nginx": "nginx-light", "caddy": "caddy"}


def server(name: str) -> str:
    """The path of a server, installed where it is missing; a failure where it can't be had."""
    found = shutil.which(name)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", PACKAGES[name]]
        subprocess.run(["env", "DEBIAN_FRONTEND=noninteractive", *install], check=False)
        found = shutil.which(name)
    assert found, f"需要 {name} 才能检验 {PAGE}；Debian、Ubuntu：apt-get install {PACKAGES[name]}"
    return found


def block(root: Path, name: str) -> str:
    """The configuration that the page prints."""
    (found,) = re.findall(rf"^```{name}\n(.*?)^```$", (root / PAGE).read_text("utf-8"), re.M | re.S)
    return str(found)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def command(name: str, root: Path, site: Path, folder: Path, port: int) -> list[str]:
    """How to start a server with the page's configuration on `site` and a port of this machine alone."""
    printed = block(root, name).replace("/srv/site", str(site))
    if name == "nginx":
        (folder / "logs").mkdir()
        told = printed.replace("listen 80;", f"listen 127.0.0.1:{port};")
        user = "user root;\n" if os.geteuid() == 0 else ""
        (folder / "conf").write_text(
            f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
            f"http {{\naccess_log off;\n{told}}}\n",
            encoding="utf-8",
        )
        return [server(name), "-p", str(folder), "-c", str(folder / "conf")]
    told = printed.replace(":80 {", f"http://127.0.0.1:{port} {{", 1)
    (folder / "conf").write_text(f"{{\nadmin off\nauto_https off\n}}\n{told}", encoding="utf-8")
    return [server(name), "run", "--adapter", "caddyfile", "--config", str(folder / "conf")]


@pytest.fixture(params=PACKAGES)
def mirror(request: pytest.FixtureRequest, root: Path, site: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a mirror of the built site."""
    port = free_port()
    started = subprocess.Popen(
        command(request.param, root, site, tmp_path, port),
        env={**os.environ, "HOME": str(tmp_path)},
        stderr=subprocess.PIPE,
    )
    address = f"http://127.0.0.1:{port}/"
    for _ in range(100):
        try:
            urlopen(address, timeout=5).close()
            break
        except URLError:
            assert started.poll() is None, started.communicate()[1].decode("utf-8", "replace")
            time.sleep(0.1)
    yield address
    started.terminate()
    started.wait(10)


def head(address: str, **headers: str) -> tuple[int, dict[str, str]]:
    """Status and headers of an answer."""
    try:
        with urlopen(Request(address, headers=headers), timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.slow
def test_text_has_its_charset_data_may_be_read_from_elsewhere_and_what_is_missing_is_404(
    mirror: str, site: Path
) -> None:
    for path in ("raw/plan.txt", "data/targets.csv", "datapackage.json", "measures/3.json"):
        status, told = head(mirror + path)
        assert (status, told["access-control-allow-origin"]) == (200, "*"), path
        assert told["content-type"].lower().endswith("charset=utf-8"), (path, told["content-type"])
        assert told["cache-control"] == "no-cache", path
    assert "charset=utf-8" in head(mirror)[1]["content-type"].lower()
    (script,) = site.glob("assets/site.*.js")
    assert "immutable" in head(f"{mirror}assets/{script.name}")[1]["cache-control"]
    assert head(f"{mirror}search/index.json", **{"Accept-Encoding": "gzip"})[1]["content-encoding"] == "gzip"
    assert head(mirror + "measures/3")[0] == 200
    assert head(mirror + "no/such/page/")[0] == 404
    with pytest.raises(HTTPError) as missing:
        urlopen(mirror + "no/such/page/", timeout=10)
    assert "找不到这个网页" in missing.value.read().decode("utf-8")
