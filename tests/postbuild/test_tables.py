"""Plain tables out of Markdown get what all tables here have, once."""

from scripts.postbuild.tables import complete_tables

TABLE = '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n</table>'


def test_plain_table_gets_a_box_and_heads_of_columns_once() -> None:
    once = complete_tables(TABLE)
    assert once.startswith('<div class="table-wrap"><table>\n<thead>')
    assert once.endswith("</table></div>")
    assert once.count('<th scope="col"') == 2
    assert complete_tables(once) == once


def test_plain_table_is_named_by_the_heading_above_it() -> None:
    once = complete_tables(f'<h1 id="top">x</h1>\n<h2 id="b">y</h2>\n{TABLE}\n<h2>z</h2>')
    assert '<table>\n<caption><span class="vh">y</span></caption>\n<thead>' in once
    assert complete_tables(once) == once


def test_written_table_is_left_alone() -> None:
    table = '<div class="table-wrap"><table class="x"><thead><tr><th>a</th></tr></thead></table></div>'
    named = '<h2>y</h2><div class="table-wrap"><table>\n<caption>x</caption>\n<thead><th scope="row">a</table></div>'
    assert complete_tables(table + named) == table + named
