"""Squeezing takes away what a browser does not read, and nothing else."""

import pytest

from scripts.postbuild.minify import minify_script, minify_style


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\na { b: c; }\n", "a{b:c}\n"),
        ("a:not(.b) > c + d ,\n e  f { g: calc(1px + 2px) }", "a:not(.b)>c + d,e f{g:calc(1px + 2px)}\n"),
        ('a:after { content: " ; /* x */  "; }', 'a:after{content:" ; /* x */  "}\n'),
        ("@media (min-width: 60em) and (x) { a{b:c;} }", "@media (min-width:60em) and (x){a{b:c}}\n"),
        ("a /* x */ b { c: d }", "a  b{c:d}\n"),
    ],
)
def test_style(written: str, sent: str) -> None:
    assert minify_style(written) == sent
    assert minify_style(sent) == sent.replace("  b", " b")


def test_script() -> None:
    assert minify_script("// why\n  a = '//';\n\n    // x\n  b();  // y\n") == "a = '//';\nb();  // y\n"
