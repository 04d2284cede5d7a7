"""The data page: every download with its size, version, licence, notice and citation."""

import html
import re
from dataclasses import replace
from functools import cache

import pytest

from scripts.site.downloads.files import package_files
from scripts.site.pages import data
from scripts.site.pages.data.page import size
from scripts.site.settings import Settings
from scripts.site.site import Site
from tests.site.sites import PACKAGE, SITE, SITES, downloads, site


@cache
def sizes() -> dict[str, int]:
    return {path: len(content) for path, content in downloads().items()}


@cache
def body(repo_url: str = "") -> str:
    (page,) = data.pages(sized(site(settings=Settings(repo_url=repo_url))))
    return html.unescape(page.body)


def sized(joined: Site) -> Site:
    return replace(joined, sizes=sizes())


def test_every_file_of_the_package_is_offered() -> None:
    links = set(re.findall(r'href="([^"#]+)"', body()))
    for path in package_files(SITES):
        link = path.removeprefix("data/") if path.startswith("data/") else f"../{path}"
        assert link in links, path


def test_each_download_shows_its_size() -> None:
    for path in ("data/liaoning-13fyp.zip", "data/liaoning-13fyp.xlsx", "data/liaoning-13fyp.sqlite", "raw/plan.txt"):
        assert f">{size(SITE.text, sizes()[path])}<" in body()
    for name, rows in PACKAGE.tables.items():
        csv, json = (size(SITE.text, sizes()[f"data/{name}.{suffix}"]) for suffix in ("csv", "json"))
        (line,) = re.findall(rf"<code>{name}</code> · {len(rows)} 行 · .*", body())
        assert re.search(
            rf">CSV<span [^>]+>：[^<]+</span></a>\xa0{csv} · <a [^>]+>JSON<span [^>]+>：[^<]+</span></a>\xa0{json}",
            line,
        )


def test_sizes_in_words() -> None:
    told = {0: "0 字节", 1023: "1023 字节", 1024: "1 KB", 516_096: "504 KB"}
    assert {length: size(SITE.text, length) for length in told} == told


def test_the_files_of_a_page_of_each_kind_are_there() -> None:
    examples = body()[body().index("{ #pages }") : body().index("{ #versions }")]
    links = re.findall(r'<a href="\.\./([^"]+)">', examples)
    assert set(links) <= set(downloads())
    assert {link.partition("/")[0] for link in links} == {
        *["measures", "cities", "indicators", "departments", "schemas"]
    }


def test_version_licences_and_notice_are_there() -> None:
    assert f"<b>{PACKAGE.version}</b> 版（{PACKAGE.descriptor['created'][:10]}）" in body()
    assert PACKAGE.descriptor["notice"] in body()
    assert '“术语”表另用<a href="https://creativecommons.org/licenses/by/4.0/">知识共享署名 4.0</a>。' in body()
    for words in ("creativecommons.org/publicdomain/zero/1.0/", "CC BY 4.0", "MIT", "verify", "GB/T 7714—2025"):
        assert words in body()


def test_what_each_version_changed_is_linked() -> None:
    assert 'href="../changes/"' in body()


def test_an_offer_that_is_not_made_stops_the_build() -> None:
    fewer = {path: length for path, length in sizes().items() if path != "data/cities.json"}
    with pytest.raises(KeyError, match=r"data/cities\.json"):
        data.pages(replace(SITE, sizes=fewer))
