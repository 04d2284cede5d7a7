"""The page on loading the data: the code as tested, outputs worked out from the package, addresses that work."""

import html

from scripts.site.pages import use
from scripts.site.pages.use.view import LOCAL, base_of, r_code, snippets, worked
from scripts.site.settings import Settings
from tests.site.sites import SITE, site

PUBLISHED = site(settings=Settings(site_url="https://data.example/plan"))


def test_the_page_holds_each_snippet_with_its_output_and_the_address_of_the_site() -> None:
    assert (base_of(SITE.settings), base_of(PUBLISHED.settings)) == (LOCAL, "https://data.example/plan/")
    for joined in (SITE, PUBLISHED):
        (page,) = use.pages(joined)
        body, base = html.unescape(page.body), base_of(joined.settings)
        for snippet in (*snippets(joined), worked(joined)):
            assert base in snippet.code
            assert f'id="code-{snippet.name}"><code>{snippet.code}</code></pre>' in body
            assert f'id="output-{snippet.name}">{snippet.output}</pre>' in body
        assert r_code(joined) in body
        assert (LOCAL in body) == (joined is SITE)


def test_what_was_not_run_says_so() -> None:
    (page,) = use.pages(SITE)
    for heading in ("## R { #r }", "## Excel 和 WPS { #excel }"):
        assert "没有运行过" in page.body[page.body.index(heading) :][:120]


def test_the_worked_example_answers_three_questions() -> None:
    lines = worked(SITE).output.splitlines()
    assert lines[0] == "1. 沈阳：241522.89 − 198048.77 = 43474.12 吨"
    assert lines[1].startswith("2. 省发展改革委：牵头 ")
    assert lines[2].startswith("3. 不符。各市比全省少 96957.63 吨")
    assert len(lines) == 3
