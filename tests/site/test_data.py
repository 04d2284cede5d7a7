"""The data page: every download with its size, version, licence, notice and citation."""

import html
import re

import pytest

from scripts.package import read_package
from scripts.site.downloads.files import downloads_files, package_files
from scripts.site.page import Page
from scripts.site.pages.data import data_pages
from scripts.site.settings import Settings
from scripts.site.views.downloads import size_of
from tests.site.making import workbook, written
from tests.support import REAL

PACKAGE = read_package(REAL)
FILES = downloads_files(PACKAGE, Settings(), workbook(PACKAGE))


def page_of(settings: Settings) -> Page:
    (page,) = data_pages(PACKAGE, settings, FILES)
    return page


@pytest.fixture(scope="module")
def body() -> str:
    return html.unescape(written(page_of(Settings())))


def test_every_file_of_the_package_is_offered(body: str) -> None:
    links = set(re.findall(r'href="([^"#]+)"', body))
    for path in package_files(PACKAGE, Settings(), workbook(PACKAGE)):
        link = path.removeprefix("data/") if path.startswith("data/") else f"../{path}"
        assert link in links, path


def test_each_download_shows_its_size(body: str) -> None:
    for path in ("data/liaoning-13fyp.zip", "data/liaoning-13fyp.xlsx", "data/liaoning-13fyp.sqlite", "raw/plan.txt"):
        assert f">{size_of(len(FILES[path]))}<" in body
    for name, rows in PACKAGE.tables.items():
        csv, json = size_of(len(FILES[f"data/{name}.csv"])), size_of(len(FILES[f"data/{name}.json"]))
        assert re.search(
            rf"<code>{name}</code> · {len(rows)} 行 · <a [^>]+>CSV</a> {csv} · <a [^>]+>JSON</a> {json}", body
        )


@pytest.mark.parametrize(("length", "words"), [(0, "0 字节"), (1023, "1023 字节"), (1024, "1 KB"), (516_096, "504 KB")])
def test_sizes_in_words(length: int, words: str) -> None:
    assert size_of(length) == words


def test_version_licences_and_notice_are_there(body: str) -> None:
    assert f"<b>{PACKAGE.version}</b> 版（{PACKAGE.descriptor['created'][:10]}）" in body
    assert PACKAGE.descriptor["notice"] in body
    for words in ("creativecommons.org/publicdomain/zero/1.0/", "CC BY 4.0", "MIT", "verify", "GB/T 7714—2015"):
        assert words in body


def test_the_change_log_is_linked_only_where_the_repository_is_known() -> None:
    assert "CHANGELOG.md</a>" not in written(page_of(Settings()))
    known = page_of(Settings(repo_url="https://code.example/plan"))
    assert 'href="https://code.example/plan/blob/main/CHANGELOG.md"' in html.unescape(written(known))


def test_an_offer_that_is_not_made_stops_the_build() -> None:
    fewer = {path: data for path, data in FILES.items() if path != "data/cities.json"}
    with pytest.raises(KeyError, match=r"data/cities\.json"):
        data_pages(PACKAGE, Settings(), fewer)
