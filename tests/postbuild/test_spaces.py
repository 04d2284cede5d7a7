"""Numbers stay with what they count, dots with the item before them, and what is copied stays as it is written."""

import re

import pytest

from scripts.postbuild.spaces import keep_together


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("8 项口径不同", "8~项口径不同"),
        ("到 2020 年（第 2 条）", "到 2020~年（第~2~条）"),
        ("（2016–2020 年）", "（2016–2020~年）"),
        ('<th scope="col">2015 年排放量', '<th scope="col">2015~年<wbr>排放量'),
        ("99 KB", "99~KB"),
        ("442 bytes", "442~bytes"),
        ("14 cities", "14 cities"),
        ("<a>CSV</a> · <a>JSON</a>", "<a>CSV</a>~· <a>JSON</a>"),
        ('<a title="8 项">8 项</a>', '<a title="8 项">8~项</a>'),
        ("<head><title>8 项</title></head>8 项", "<head><title>8 项</title></head>8~项"),
        ("<pre>8 项</pre><code>8 项</code>", "<pre>8 项</pre><code>8 项</code>"),
        ("<svg><text>8 项</text></svg>", "<svg><text>8 项</text></svg>"),
    ],
)
def test_no_line_breaks_between_a_number_and_what_it_counts(written: str, shown: str) -> None:
    shown = shown.replace("~", "\u00a0")
    assert keep_together(written) == keep_together(shown) == shown


def test_what_is_copied_stays_as_it_is_written() -> None:
    page = '<p id="cite-gbt">2017 年 <b>8 项</b></p><p>8 项</p><button data-copy="cite-gbt">复制</button>'
    assert keep_together(page) == page.replace("<p>8 项", "<p>8\u00a0项")


def test_no_word_of_a_page_changes() -> None:
    page = "<p>到 2020 年，8 项 · 14 个市，第 2 条</p>"
    assert re.sub(r"\s", " ", keep_together(page)) == page
