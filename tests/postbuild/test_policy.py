"""The policy allows the theme's inline script and no other, and what would break it is a finding."""

import pytest

from scripts.postbuild.page import read_page
from scripts.postbuild.policy import check_policy, check_styles, policy, theme_scripts, with_policy

TRUSTED = frozenset({"boot()"})
PAGE = "<!doctype html>\n<html><head>\n<title>x</title><script>boot()</script></head><body>{}</body></html>"


def rules(body: str) -> list[str]:
    return [finding.rule for finding in check_policy(read_page("x.html", PAGE.format(body)), TRUSTED)]


def test_policy_is_the_first_thing_in_the_head_and_stays_the_same() -> None:
    once = with_policy(PAGE.format(""), TRUSTED)
    assert once.startswith('<!doctype html>\n<html><head><meta http-equiv="Content-Security-Policy"')
    assert with_policy(once, TRUSTED) == once


def test_only_scripts_of_the_theme_are_allowed() -> None:
    strange = with_policy(PAGE.format("<script>steal()</script>"), TRUSTED)
    assert policy(TRUSTED) in strange
    assert policy(frozenset({"boot()", "steal()"})) not in strange
    assert policy(frozenset()) in with_policy("<head></head>", TRUSTED)
    assert "unsafe" not in policy(TRUSTED)


def test_hash_is_what_browsers_compute() -> None:
    # printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy(frozenset({"alert(1)"}))


def test_theme_has_one_inline_script() -> None:
    (script,) = theme_scripts()
    assert "localStorage" in script


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<script>steal()</script>", "inline-script"),
        ("<script type=module>steal()</script>", "inline-script"),
        ('<p style="color:red">', "inline-style"),
        ("<style>p{}</style>", "inline-style"),
        ("<svg><style>p{}</style></svg>", "inline-style"),
        ('<a onclick="x()">', "inline-handler"),
        ('<a href=" java\tscript:x()">', "script-link"),
        ('<a href="data:text/html,x">', "script-link"),
        ('<img src="https://example.org/x.png">', "other-host"),
        ('<img srcset="a.png 1x, //example.org/x.png 2x">', "other-host"),
        ('<link rel="preload stylesheet" href="//example.org/x.css">', "other-host"),
        ('<script src="https://example.org/x.js"></script>', "other-host"),
        ('<form action="https://example.org/">', "other-host"),
        ('<iframe src="https://example.org/">', "other-host"),
    ],
)
def test_what_the_policy_forbids_is_found(body: str, rule: str) -> None:
    assert rules(body) == [rule]


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/ld+json">{"a": "https://example.org/"}</script>',
        '<script src="../a.js"></script>',
        '<a href="https://example.org/">',
        '<link rel="canonical" href="https://example.org/">',
        '<img src="a.png" srcset="a.png 1x, b.png 2x">',
    ],
)
def test_what_it_allows_is_not(body: str) -> None:
    assert rules(body) == []


def test_style_sheets_fetch_nothing_elsewhere() -> None:
    found = check_styles({"a.css": b"p{}\n@import 'b.css';", "b.css": b"p{background:url( 'https://example.org/x')}"})
    assert [(finding.path, finding.line, finding.rule) for finding in found] == [
        ("a.css", 2, "other-host"),
        ("b.css", 1, "other-host"),
    ]
    assert list(check_styles({"c.css": b"p{background:url(x.svg)}", "x.js": b"@import"})) == []
