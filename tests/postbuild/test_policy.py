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


def test_a_page_may_load_run_and_send_nothing_but_its_own() -> None:
    assert policy(frozenset()) == (
        "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
    )
    first, second = sorted(policy(frozenset({script})).split()[4].rstrip(";") for script in ("a", "b"))
    assert f"script-src 'self' {first} {second};" in policy(frozenset({"a", "b"}))


def test_only_the_head_of_a_page_gets_the_policy() -> None:
    assert with_policy("<head><pre><head></pre>", TRUSTED).count("Content-Security-Policy") == 1


@pytest.mark.parametrize(
    "address", ["//example.org/x", "http://example.org/x", "HTTPS://example.org/x", " //example.org"]
)
def test_an_address_of_another_host_is_found_however_it_is_written(address: str) -> None:
    assert rules(f'<img src="{address}">') == ["other-host"]
    assert [each.line for each in check_styles({"a.css": f"\n\np{{background:url({address})}}".encode()})] == [3]


def test_a_style_sheet_is_found_wanting_at_its_line() -> None:
    assert [each.line for each in check_styles({"a.css": b"@import 'b.css';\n\n@import 'c.css';\n\n"})] == [1, 3]
    assert [each.line for each in check_styles({"a.css": b"\n@import 'b.css';\n"})] == [2]


def test_a_finding_has_the_line_of_its_tag() -> None:
    found = list(check_policy(read_page("x.html", PAGE.format("\n<p style=x>\n<script>x</script>")), TRUSTED))
    assert [(each.line, each.rule) for each in found] == [(4, "inline-style"), (5, "inline-script")]
