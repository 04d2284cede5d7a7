"""The page on loading the data: the code as tested, outputs worked out from the package, addresses that work."""

import html

import pytest

from scripts.package import read_package
from scripts.site.pages.use import use_pages
from scripts.site.settings import Settings
from scripts.site.views.use import LOCAL, base_of, r_code, snippets, worked
from tests.site.making import written
from tests.support import REAL

PACKAGE = read_package(REAL)
SITE = "https://data.example/plan"


@pytest.mark.parametrize("settings", [Settings(), Settings(site_url=SITE)], ids=["here", "published"])
def test_the_page_holds_each_snippet_with_its_output(settings: Settings) -> None:
    (page,) = use_pages(PACKAGE, settings)
    body, site = html.unescape(written(page)), base_of(settings)
    assert site == (f"{SITE}/" if settings.site_url else LOCAL)
    for snippet in (*snippets(PACKAGE, site), worked(PACKAGE, site)):
        assert site in snippet.code
        assert f'id="code-{snippet.name}"><code>{snippet.code}</code></pre>' in body
        assert f'id="output-{snippet.name}">{snippet.output}</pre>' in body
    assert r_code(site) in body
    assert (LOCAL in body) == (not settings.site_url)


def test_what_was_not_run_says_so() -> None:
    (page,) = use_pages(PACKAGE, Settings())
    body = written(page)
    for heading in ("## R { #r }", "## Excel 和 WPS { #excel }"):
        assert "没有运行过" in body[body.index(heading) :][:120]


def test_the_worked_example_answers_three_questions() -> None:
    lines = worked(PACKAGE, LOCAL).output.splitlines()
    assert lines[0] == "1. 沈阳：241522.89 − 198048.77 = 43474.12 吨"
    assert lines[1].startswith("2. 省发展改革委：牵头 ")
    assert lines[2].startswith("3. 不符。各市比全省少 96957.63 吨")
    assert len(lines) == 3
