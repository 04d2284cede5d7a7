"""The one escape: any text stays the same words in Markdown, in HTML and in an attribute."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.site import markup
from tests.site.dom import HOSTILE, as_html, read

#: what people write, with what Markdown, HTML and Jinja2 look for mixed in
PARTS = st.sampled_from(
    [*"*_`#|<>[](){}!&;:\"'\\~^=$+-.1 \n\tx措%", "](", "&#35;", "```", "---", "1.", "<b>", "\\*", ": "]
)
TEXTS = st.lists(PARTS, max_size=12).map("".join)


@given(st.text(st.characters(exclude_characters="\v")))
def test_what_is_escaped_can_be_read_back(text: str) -> None:
    seen = markup.INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", text)
    assert unescape(str(markup.text(text))) == seen


@given(TEXTS)
def test_markdown_leaves_the_text_alone(text: str) -> None:
    tree = read(as_html(f"前{markup.text(text)}后"))
    assert [element.name for element in tree.walk()] == ["document", "p"]
    assert tree.text() == f"前{text}后"


@given(TEXTS)
def test_marking_the_chinese_leaves_the_text_alone(text: str) -> None:
    tree = read(as_html(f"x{markup.chinese_marked(text)}x"))
    assert tree.text() == f"x{text}x"
    assert {element.name for element in tree.walk()} <= {"document", "p", "span"}
    for element in tree.walk():
        assert element.name != "span" or element.attributes == {"lang": "zh-CN"}


def test_a_run_of_chinese_is_marked_as_one() -> None:
    marked = str(markup.chinese_marked("as 辽政发〔2017〕21号, of 2017"))
    assert unescape(marked) == 'as <span lang="zh-CN">辽政发〔2017〕21号</span>, of 2017'


@given(TEXTS)
def test_a_line_of_it_is_a_paragraph_and_nothing_else(text: str) -> None:
    tree = read(as_html(str(markup.text(text + "终"))))
    assert [element.name for element in tree.walk()] == ["document", "p"]
    assert tree.text() == text + "终"


@given(TEXTS)
def test_an_attribute_and_a_raw_block_hold_it(text: str) -> None:
    tree = read(as_html(f'<div title="{markup.text(text)}">{markup.text(text)}</div>'))
    (block,) = tree.all("div")
    assert block.attributes == {"title": text}
    assert block.text() == text
    assert len(list(block.walk())) == 1


@given(TEXTS)
def test_a_heading_holds_it(text: str) -> None:
    tree = read(as_html(f"# 题{markup.text(text)}末 {{ #top }}"))
    assert tree.one("top").text() == f"题{text}末"


def test_controls_that_turn_the_text_around_are_shown() -> None:
    assert unescape(markup.text("a\u202eb\u200b\x00")) == "a⟦U+202E⟧b⟦U+200B⟧⟦U+0000⟧"


def test_markup_is_not_escaped_again() -> None:
    once = markup.text(HOSTILE)
    assert markup.text(once) is once
    assert not re.search(r"[<>\"'`*|{}]", once)


@pytest.mark.parametrize("identifier", ["", "a b", "a}", "1a", "a.b", "甲", "a\n"])
def test_the_id_of_a_heading_is_checked(identifier: str) -> None:
    with pytest.raises(ValueError, match="can't be the id of a heading"):
        markup.heading_id(identifier)
    assert markup.heading_id("dual-control") == "dual-control"


def test_a_text_with_any_chinese_letter_is_chinese() -> None:
    assert [name for name in ("COD排放", "氨氮", "COD", "“x”", "") if markup.is_chinese(name)] == ["COD排放", "氨氮"]
