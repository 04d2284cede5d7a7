"""The policy allows the theme's inline script and no other, and what would break it is a finding."""

import pytest

from scripts.findings import Finding
from scripts.postbuild.page import read_page
from scripts.postbuild.policy import FIXES, check_policy, check_styles, policy, theme_scripts, with_policy

BOOT = "boot()"
TRUSTED = frozenset({BOOT})
# printf 'boot()' | openssl dgst -sha256 -binary | base64
BOOT_HASH = "'sha256-MeZS89WlF0u+o0hCvHTBt4q1WHU+U+sJKgbdRUc36mY='"
POLICY = "default-src 'self'; script-src 'self'{}; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
META = '<meta http-equiv="Content-Security-Policy" content="{}">'

#: markup, rule, problem
FORBIDDEN = [
    ("<script>steal()</script>", "inline-script", "页面里有不属于主题的内联脚本"),
    ('<script type=" Module ">steal()</script>', "inline-script", "页面里有不属于主题的内联脚本"),
    ("<script type=text/javascript>steal()</script>", "inline-script", "页面里有不属于主题的内联脚本"),
    ('<p style="color:red">', "inline-style", "<p> 带有内联样式"),
    ("<svg><style>p{}</style></svg>", "inline-style", "<style> 带有内联样式"),
    ('<a onclick="x()">', "inline-handler", "<a> 带有事件属性 onclick"),
    ('<a href=" java\tscript:x()">', "script-link", "href 是脚本地址"),
    (f'<a href="{" " * 99}VBScript:x()">', "script-link", "href 是脚本地址"),
    ('<a href="data:text/html,x">', "script-link", "href 是脚本地址"),
    *(
        (markup.format("//example.org/x"), "other-host", "从其他网站加载 //example.org/x")
        for markup in (
            '<img src="{}">',
            '<img srcset="a.png 1x, {} 2x">',
            '<source src="a" srcset=", {}">',
            '<link rel="preload stylesheet" href="{}">',
            '<link rel="ICON" href="{}">',
            '<script src="{}"></script>',
            '<iframe src="{}">',
            '<embed src="{}">',
            '<object data="{}">',
            '<audio src="{}">',
            '<video src="a" poster="{}">',
            '<track src="{}">',
            '<input src="{}">',
            '<svg><use href="{}"/></svg>',
            '<svg><image href="{}"/></svg>',
            '<form action="{}">',
            '<form data-js="{}">',
            '<form data-css="{}">',
            '<button data-js="{}">',
        )
    ),
    ('<img src=" HTTPS://example.org/x">', "other-host", "从其他网站加载  HTTPS://example.org/x"),
]
ALLOWED = [
    f"<script>{BOOT}</script>",
    '<script type="application/ld+json">{"a": "https://example.org/"}</script>',
    '<script src="../a.js"></script>',
    '<a href="https://example.org/">',
    '<p data-on="on" title="javascript">',
    '<link rel="canonical" href="https://example.org/">',
    '<link href="https://example.org/">',
    '<link rel="icon">',
    '<img src="a.png" srcset="a.png 1x, b.png 2x">',
    '<img srcset="a.png 1x, ">',
    '<form action="">',
]


@pytest.mark.parametrize(("markup", "rule", "problem"), FORBIDDEN)
def test_what_the_policy_forbids_is_found(markup: str, rule: str, problem: str) -> None:
    found = list(check_policy(read_page("x.html", f"<html>\n{markup}\n\n"), TRUSTED))
    assert found == [Finding("x.html", 2, rule, problem, FIXES[rule])]


@pytest.mark.parametrize("markup", ALLOWED)
def test_what_it_allows_is_not(markup: str) -> None:
    assert list(check_policy(read_page("x.html", markup), TRUSTED)) == []


def test_every_rule_is_broken_above() -> None:
    assert {rule for _, rule, _ in FORBIDDEN} == set(FIXES)


@pytest.mark.parametrize(
    ("body", "sources"),
    [("", ""), (f"<script>{BOOT}</script>", f" {BOOT_HASH}"), ("<script>steal()</script>", ""), (BOOT, "")],
)
def test_page_gets_a_policy_that_allows_its_trusted_scripts_alone(body: str, sources: str) -> None:
    page = "<html><head>\n<title>x</title>" + body
    head = "<html><head>" + META.format(POLICY.format(sources)) + "\n<title>x</title>"
    assert with_policy(page, TRUSTED) == head + body
    assert with_policy(head + body, TRUSTED) == head + body


def test_policy_stands_in_the_head_alone() -> None:
    assert with_policy("<head><p title='<head>'>", TRUSTED).count("Content-Security-Policy") == 1


def test_several_scripts_are_allowed_in_one_order() -> None:
    one, other = policy(frozenset({"a()", "b()"})), policy(frozenset({"b()", "a()"}))
    assert one == other
    assert one.count(" 'sha256-") == 2


def test_theme_has_one_inline_script() -> None:
    (script,) = theme_scripts()
    assert script.startswith("try{")
    assert "localStorage" in script


def test_style_sheets_fetch_nothing() -> None:
    sheets = {
        "b.css": b"\np{}\n@import 'b.css';\n",
        "a.css": b"p{background:url( 'https://example.org/x')}",
        "c.css": b"p{background:url(x.svg)}",
        "x.js": b"@import 'https://example.org/'",
    }
    assert list(check_styles(sheets)) == [
        Finding(path, line, "other-host", "样式表引用了另一个文件或网站", "把内容写进 site.css")
        for path, line in (("a.css", 1), ("b.css", 3))
    ]
