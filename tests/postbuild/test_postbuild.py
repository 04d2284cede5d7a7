"""The step as a whole: what goes, what stays, what is found, and that a second run has nothing to do."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.postbuild import Completed, complete_site
from scripts.site.settings import Settings

PAGE = """<!doctype html>
<html lang="zh-CN"><head>
  <title>x</title>
  <link rel="stylesheet" href="{0}assets/site.css"></head>
<body><h1 id="top">x</h1>{1}</body></html>
"""
SITE = {
    "index.html": PAGE.format("", '<a href="a/">a</a>').encode(),
    "a/index.html": PAGE.format("../", "").encode(),
    "404.html": PAGE.format("/repo/", "").encode(),
    "assets/site.css": b"p { a: b }",
    "assets/javascripts/bundle.js": b"x",
    "assets/stylesheets/main.css.map": b"x",
    "assets/images/favicon.png": b"x",
    "sitemap.xml": b"<x/>",
    "sitemap.xml.gz": b"x",
    "data/cities.csv": b"a,b\n",
}
PUBLISHED = Settings("https://example.org/repo")


def after(files: Mapping[str, bytes], finished: Completed) -> dict[str, bytes]:
    return {path: data for path, data in {**files, **finished.changes}.items() if data is not None}


def test_what_is_not_used_goes() -> None:
    finished = complete_site(SITE, PUBLISHED)
    assert finished.findings == ()
    left = {path.split(".")[0] for path in after(SITE, finished)}
    assert left == {"index", "a/index", "404", "assets/site", "sitemap", "data/cities"}
    assert "data/cities.csv" not in finished.changes


def test_what_needs_an_address_goes_without_one() -> None:
    site = {**SITE, "404.html": PAGE.format("/", "").encode()}
    finished = complete_site(site, Settings())
    assert finished.findings == ()
    left = after(site, finished)
    assert "sitemap.xml" not in left
    assert "404.html" in left


def test_second_run_changes_nothing() -> None:
    left = after(SITE, complete_site(SITE, PUBLISHED))
    assert complete_site(left, PUBLISHED) == Completed({}, ())


def test_order_of_the_files_does_not_matter() -> None:
    assert complete_site(dict(reversed(SITE.items())), PUBLISHED) == complete_site(SITE, PUBLISHED)


#: rule → how the page a/ is made to break it
BROKEN = {
    "page-language": (b'lang="zh-CN"', b'lang="zh"'),
    "page-title": (b"<title>x</title>", b"<title> </title>"),
    "page-heading": (b"<h1", b"<h1></h1><h1"),
    "double-id": (b"</h1>", b'</h1><p id="top">'),
    "table-caption": (b"</h1>", b"</h1><table></table>"),
    "broken-link": (b"</h1>", b'</h1><a href="../b/">'),
    "dangling-id": (b"</h1>", b'</h1><label for="x">'),
    "inline-script": (b"</h1>", b"</h1><script>x</script>"),
    "inline-style": (b"</h1>", b'</h1><p style="x">'),
    "inline-handler": (b"</h1>", b'</h1><p onclick="x">'),
    "script-link": (b"</h1>", b'</h1><p cite="javascript:x">'),
    "other-host": (b"</h1>", b'</h1><img src="https://example.org/">'),
}
#: every rule of this step, each broken below
RULES = {*BROKEN, "orphan-page"}


@pytest.mark.parametrize("rule", BROKEN)
def test_findings_name_the_page(rule: str) -> None:
    broken = {**SITE, "a/index.html": SITE["a/index.html"].replace(*BROKEN[rule])}
    (finding,) = complete_site(broken, PUBLISHED).findings
    assert (finding.path, finding.rule, finding.severity) == ("a/index.html", rule, "error")


def test_page_that_nothing_links_to_is_found() -> None:
    (finding,) = complete_site({**SITE, "b/index.html": SITE["a/index.html"]}, PUBLISHED).findings
    assert (finding.path, finding.rule) == ("b/index.html", "orphan-page")


def test_style_sheet_that_fetches_another_is_found() -> None:
    (finding,) = complete_site({**SITE, "assets/site.css": b"@import 'b.css';"}, PUBLISHED).findings
    assert finding.rule == "other-host"
    assert finding.path.startswith("assets/site.")


def test_these_are_the_rules_that_are_explained(root: Path) -> None:
    explained = (root / "docs/rules.md").read_text("utf-8")
    for rule in RULES:
        assert f"| `{rule}` |" in explained, rule
