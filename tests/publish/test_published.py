"""The weekly look: a published file that differs fails, a dead link is reported."""

import json
import shutil
from pathlib import Path

import pytest

from scripts.publish.compare import data_files, differences
from scripts.publish.links import dead_links, foreign_links, report
from tests.conftest import serve


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    for name, text in {
        "index.html": "首页",
        "datapackage.json": "{}",
        "data/cities.csv": "city\n",
        "raw/plan.txt": "原文",
        "raw/about/note": "x",
        "assets/site.css": "a{}",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_data_files_are_csv_json_and_raw(built: Path) -> None:
    assert data_files(built) == ["data/cities.csv", "datapackage.json", "raw/about/note", "raw/plan.txt"]


@pytest.mark.parametrize("slash", ["", "/"])
def test_same_bytes_are_no_difference(built: Path, slash: str) -> None:
    with serve(built, "/a/b/") as server:
        assert list(differences(built, server.url.rstrip("/") + slash)) == []


def test_changed_and_missing_files_are_named(built: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    shutil.copytree(built, published)
    (published / "data" / "cities.csv").write_text("city\nx\n")
    (published / "raw" / "plan.txt").unlink()
    (published / "assets" / "site.css").unlink()
    with serve(published) as server:
        assert list(differences(built, server.url)) == ["data/cities.csv: 与本次构建不同", "raw/plan.txt: HTTP 404"]


def test_only_links_to_other_hosts_are_asked(tmp_path: Path) -> None:
    page = (
        '<a href="../x/">a</a><a href="http://other.test/1#s2">b</a><a href="http://other.test/1">c</a>'
        '<a href="mailto:a@b">d</a><a href="http://ours.test/repo/issues/new?x">e</a><a>f</a>'
    )
    (tmp_path / "index.html").write_text(page)
    told = {"sources": [{"path": "http://source.test/2"}], "licenses": [{"path": "http://other.test/1"}, {"name": "x"}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(told))
    assert foreign_links(tmp_path, ("http://ours.test/repo", "")) == {
        "http://other.test/1": "index.html",
        "http://source.test/2": "datapackage.json",
    }


def test_dead_links_are_reported(built: Path) -> None:
    with serve(built) as server:
        links = {server.url: "index.html", f"{server.url}gone": "a/index.html"}
        dead = dead_links(links)
    assert dead == {f"{server.url}gone": "HTTP 404"}
    text = report(links, dead)
    assert "外部链接 2 个，其中 1 个" in text
    assert f"| {server.url}gone | a/index.html | HTTP 404 |" in text


def test_host_that_does_not_answer_is_a_line_not_a_traceback() -> None:
    address = "http://127.0.0.1:1/"
    assert address in report({address: "index.html"}, dead_links({address: "index.html"}))
