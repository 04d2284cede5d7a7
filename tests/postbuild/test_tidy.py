"""Tidying keeps what readers see."""

from scripts.postbuild.tidy import tidy


def test_blank_lines_go_but_not_in_preformatted_text() -> None:
    code = "<pre><code>a\n\n    b</code></pre>"
    assert tidy(f"<p>\n\n   a</p>  \n  {code}\n  \n<p>b") == f"<p>\na</p>\n{code}\n<p>b"


def test_scripts_keep_every_character() -> None:
    script = "<script>\n\n  x</script>"
    assert tidy(script) == script


def test_switches_of_the_theme_go() -> None:
    switches = '<input class="md-toggle" id="__drawer"><label class="md-overlay" for="__drawer"></label>'
    assert tidy(switches + '<input id="q">') == '<input id="q">'


def test_plain_table_gets_its_box_once() -> None:
    table = '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n</table>'
    once = tidy(table)
    assert once.startswith('<div class="table-wrap"><table>')
    assert once.count('<th scope="col"') == 2
    assert tidy(once) == once


def test_plain_table_is_named_by_the_heading_above_it() -> None:
    table = "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>"
    once = tidy(f'<h1 id="top">x</h1>\n<h2 id="b">y</h2>\n{table}')
    assert '<table>\n<caption><span class="vh">y</span></caption>\n<thead>' in once
    assert tidy(once) == once


def test_written_table_is_left_alone() -> None:
    table = '<div class="table-wrap"><table class="x"><thead><tr><th scope="row">a</th></tr></thead></table></div>'
    assert tidy(table) == table
